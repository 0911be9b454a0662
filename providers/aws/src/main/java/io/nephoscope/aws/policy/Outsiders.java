package io.nephoscope.aws.policy;

import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.network.Cidr;
import io.nephoscope.inventory.policy.Condition;
import io.nephoscope.inventory.policy.Patterns;
import io.nephoscope.inventory.policy.Principals;
import io.nephoscope.inventory.policy.Principals.Named;
import io.nephoscope.inventory.policy.ResourceGrants.Crowd;
import io.nephoscope.inventory.policy.ResourceGrants.Strangers;
import io.nephoscope.inventory.policy.SourceAddresses;
import io.nephoscope.inventory.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a resource's policy may let in whom nobody chose: anyone whom its service answers, whoever signs up at an open identity
 * provider, and whoever makes another service act for him. That is how S3 decides what it calls public: a condition that we do not
 * know pins nobody.
 */
enum Outsiders implements Strangers {
    /** S3 answers what nobody signed, and calls no policy public for the services that it names. */
    OF_S3("s3", Outsiders.INTERNET, false),
    /** Queues and topics answer what nobody signed, too. */
    OF_SQS("sqs", Outsiders.INTERNET, true),
    OF_SNS("sns", Outsiders.INTERNET, true),
    /** Whoever invokes a function signs it, but through a function URL that asks for no authentication. */
    OF_LAMBDA("lambda", Outsiders.SIGNED, true),
    /** KMS answers only what is signed; services use keys on behalf of those who may use them themselves. */
    OF_KMS("kms", Outsiders.SIGNED, false),
    OF_OTHERS("", "anyone", false);

    private static final String INTERNET = "anyone on the Internet";
    private static final String SIGNED = "anyone with an AWS account";
    private static final String SERVICE_NAME = "aws:principalservicename";
    private static final String URL_AUTHENTICATION = "lambda:functionurlauthtype";
    private static final String INVOKE_URL = "lambda:invokefunctionurl";
    private static final SourceAddresses ADDRESSES = new SourceAddresses(Set.of("aws:sourceip"), false, Cidr::parse);

    private final String service;
    private final String anyone;
    private final boolean mayComeThroughServices;

    /**
     * @param service as ARNs name it
     * @param anyone who that is
     * @param mayComeThroughServices whether a service that the policy names lets in whoever makes it act: his bucket notify a
     *     queue, his API invoke a function
     */
    Outsiders(String service, String anyone, boolean mayComeThroughServices) {
        this.service = service;
        this.anyone = anyone;
        this.mayComeThroughServices = mayComeThroughServices;
    }

    /** Those of the service whose resource an ARN names. */
    static Outsiders of(List<String> arns) {
        for (Outsiders outsiders : values()) {
            if (arns.stream()
                    .anyMatch(arn -> arn.split(":", 4).length > 2 && arn.split(":", 4)[2].equals(outsiders.service))) {
                return outsiders;
            }
        }
        return OF_OTHERS;
    }

    @Override
    public List<Crowd> among(Statement allowing) {
        Principals who = allowing.principals();
        Tri pinned = pins(allowing.conditions());
        if (who.except()) {
            return who.nameAnyone() ? List.of() : List.of(new Crowd(anyone(allowing) + " but " + who.ids(), pinned));
        } else if (who.nameAnyone()) {
            return List.of(new Crowd(anyone(allowing), pinned));
        }
        List<Crowd> crowds = new ArrayList<>();
        who.named().stream()
                .filter(Outsiders::isOpenProvider)
                .forEach(provider -> crowds.add(new Crowd("anyone known to " + provider.id(), pinned)));
        String services = who.named().stream()
                .filter(named -> named.type().equals("Service"))
                .map(Named::id)
                .collect(Collectors.joining(", "));
        if (mayComeThroughServices && !services.isEmpty()) {
            crowds.add(
                    new Crowd(services + " on behalf of any AWS account", Tri.of(pinSources(allowing.conditions()))));
        }
        return crowds;
    }

    private String anyone(Statement allowing) {
        if (this != OF_LAMBDA) {
            return anyone;
        }
        List<Condition> onUrl = allowing.conditions().stream()
                .filter(it -> it.lowerKey().equals(URL_AUTHENTICATION))
                .toList();
        if (onUrl.stream().anyMatch(it -> it.demandsOneOf() && it.values().contains("NONE"))) {
            return INTERNET;
        }
        return onUrl.isEmpty() && speaksOfUrls(allowing)
                ? anyone + " (and on the Internet where a function URL asks for no authentication)"
                : anyone;
    }

    private static boolean speaksOfUrls(Statement allowing) {
        Patterns actions = allowing.actions();
        return actions.except()
                || actions.patterns().stream()
                        .anyMatch(action -> actions.wildcards().overlap(action.toLowerCase(Locale.ROOT), INVOKE_URL));
    }

    /** An identity provider that is no resource of some account, {@code graph.facebook.com} for one: anyone may sign up there. */
    private static boolean isOpenProvider(Named named) {
        return named.type().equals("Federated") && !named.id().startsWith("arn:");
    }

    /** Whether only requests meet the conditions that come from a fixed set of people, accounts or networks. */
    private Tri pins(List<Condition> conditions) {
        return Tri.of(conditions.stream().anyMatch(it -> it.demandsOneOf() && comparesWithChosen(it)))
                .or(() -> ADDRESSES.pin(conditions));
    }

    /** To name a service chooses nobody where anyone may make it act. */
    private boolean comparesWithChosen(Condition condition) {
        return !ADDRESSES.areIn(condition)
                && FixedValues.areIn(condition)
                && !(mayComeThroughServices && condition.lowerKey().equals(SERVICE_NAME));
    }

    /**
     * Whether only what a service does for a fixed set of accounts meets the conditions. Keys of the caller say nothing: what a service
     * does as itself carries none of the one for whom it does it.
     */
    private static boolean pinSources(List<Condition> conditions) {
        return conditions.stream().anyMatch(it -> it.demandsOneOf() && FixedValues.ofSourcesAreIn(it));
    }

    @Override
    public Tri areShutOutBy(Statement denying) {
        if (!denying.principals().areNearlyEveryone(Outsiders::isOpenProvider)) {
            return Tri.FALSE;
        }
        List<Condition> onAddresses =
                denying.conditions().stream().filter(ADDRESSES::areIn).toList();
        return Tri.of(denying.conditions().stream().allMatch(it -> ADDRESSES.areIn(it) || sparesOnlyChosen(it)))
                .and(() -> ADDRESSES.spareLessThanInternet(onAddresses));
    }

    private boolean sparesOnlyChosen(Condition condition) {
        return (condition.sparesOnly() && comparesWithChosen(condition))
                || (!mayComeThroughServices
                        && condition.compares("aws:principalisawsservice", "bool")
                        && condition.values().stream().allMatch("false"::equalsIgnoreCase));
    }
}
