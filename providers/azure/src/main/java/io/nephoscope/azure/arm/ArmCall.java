package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.SecretCalls;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A declared GET of the Resource Manager.
 *
 * @param operation with the operation id of the API's description as its name, {@code BlobServices_GetServiceProperties} for one
 * @param path below the resource, the resource group or the subscription that is asked about; it may end in a query
 */
public record ArmCall(Operation operation, String path, String apiVersion) {
    private static final int MOST_PAGES = 10_000;
    private static final String VALUE = "value";
    private static final String PROPERTIES = "properties";
    private static final Pattern READS = Pattern.compile("Microsoft\\.[A-Za-z.]+(/[A-Za-z0-9]+)+/read");
    private static final SecretCalls SECRETS =
            SecretCalls.listed(ArmCall.class, "/io/nephoscope/azure/secret-calls.txt");
    private static final Pattern ID = Pattern.compile("/[^?#\\\\]*");

    /**
     * Reads a list of resources, each with its properties.
     *
     * @param action what must be granted, as {@code Microsoft.KeyVault/vaults/keys/read}
     */
    public static ArmCall list(String name, String action, String path, String apiVersion) {
        return of(Proof.holding(VALUE).each(PROPERTIES), name, action, path, apiVersion);
    }

    /**
     * Reads what such a proof proves.
     *
     * @throws IllegalArgumentException where the action is none that reads, whatever the call is named, or the call hands out secrets
     */
    public static ArmCall of(Proof proof, String name, String action, String path, String apiVersion) {
        if (!reads(action)) {
            throw new IllegalArgumentException(action + " is no action that reads");
        }
        String service = action.substring(0, action.indexOf('/'));
        return new ArmCall(SECRETS.without(Operation.of(service, name, action)).proven(proof), path, apiVersion);
    }

    /** Whether an action of Azure's role-based access control grants to read and nothing else. A GET that wants it granted only reads. */
    static boolean reads(String action) {
        return READS.matcher(action).matches();
    }

    /** The same call, of whose items each always holds these. */
    public ArmCall each(String... members) {
        return new ArmCall(operation.proven(operation.proof().each(members)), path, apiVersion);
    }

    /** The same call as the listing of a type, with what it would leave out by itself. */
    public ArmCall narrowed(Defaults by) {
        return new ArmCall(operation.narrowed(by), path, apiVersion);
    }

    /** The same call, with the error codes by which the Resource Manager says that there is none. */
    public ArmCall absentOn(String... codes) {
        return new ArmCall(operation.absentOn(codes), path, apiVersion);
    }

    /** The same call, with the error codes by which it says that the service is not there. */
    public ArmCall unsupportedOn(String... codes) {
        return new ArmCall(operation.unsupportedOn(codes), path, apiVersion);
    }

    /** The same call as the listing of a type: a subscription without the service has none of its resources. */
    ArmCall listing() {
        Set<String> codes = new HashSet<>(operation.unsupportedOn());
        codes.addAll(ArmFailures.NOT_REGISTERED);
        return unsupportedOn(codes.toArray(String[]::new));
    }

    /** Sends it for the resource of an id. */
    public Outcome<Doc> resource(Site site, String id) {
        return start(id) instanceof Outcome.Value<String> start ? send(site, start.value()) : unusable(notSent(id));
    }

    /** Sends it for the subscription. */
    public Outcome<Doc> inSubscription(Site site) {
        return resource(site, site.client(AzureAccount.class).path());
    }

    /** The same site, of which nothing more is asked once its credentials are refused by this call about the subscription too. */
    public Site proving(Site site) {
        AzureAccount account = site.client(AzureAccount.class);
        return site.signedInBy(operation, () -> account.client().get(query(account.path())));
    }

    /** Every item of a list below the resource of an id, page by page, each page a call through the gateway. */
    public Outcome<DocList> resources(Site site, String id) {
        return items(each -> pages(site, id, each));
    }

    /** The same, asked once for a resource about which the assets of several types ask. */
    public Outcome<DocList> resourcesOnce(Site site, String id) {
        Site whole = site.in(Scope.GLOBAL);
        return whole.once(operation, ArmResource.id(id), () -> resources(whole, id));
    }

    /** Every item of the subscription's list, asked once: for what many assets share. */
    public Outcome<DocList> resourcesInSubscription(Site site) {
        Site whole = site.in(Scope.GLOBAL);
        return whole.once(
                operation,
                path,
                () -> resources(whole, site.client(AzureAccount.class).path()));
    }

    /** Every item of a list of all that the credential sees. */
    public Outcome<DocList> allAnywhere(Site site) {
        return items(each -> follow(site, query(path), each));
    }

    private static Outcome<DocList> items(Function<Consumer<Doc>, Outcome<Integer>> walk) {
        List<Object> items = new ArrayList<>();
        return walk.apply(items::add).map(count -> DocList.copyOf(items));
    }

    /**
     * Hands each item of a list on; one that is no object is one bad item, and of one that comes in part the rest is unknown. The
     * answer is how many there were, if they all came whole.
     */
    Outcome<Integer> pages(Site site, String id, Consumer<Doc> each) {
        return start(id) instanceof Outcome.Value<String> start
                ? follow(site, start.value(), each)
                : unusable(notSent(id));
    }

    private Outcome<Integer> follow(Site site, String start, Consumer<Doc> each) {
        int count = 0;
        Optional<String> missing = Optional.empty();
        Set<String> links = new HashSet<>();
        String next = start;
        while (true) {
            Outcome<Doc> answer = send(site, next);
            if (!(answer instanceof Outcome.Value<Doc> page)) {
                return answer.map(never -> 0);
            }
            if (!(page.value().get(VALUE) instanceof DocList items)) {
                return unusable(Text.of("the answer has no list of values", "应答没有 value 列表"));
            }
            for (Object item : items) {
                Doc doc = item instanceof Doc known ? resource(known) : Doc.empty();
                missing = missing.or(() -> operation.proof().missingOf(doc));
                each.accept(operation.whole(doc));
            }
            count += items.size();
            Object link = page.value().get("nextLink");
            if (link == Absent.ABSENT || link.equals("")) {
                return missing.isEmpty() ? Outcome.value(count) : unusable(Proof.withoutOfItem(missing.get()));
            } else if (!(link instanceof String address) || !below(address).isPresent()) {
                return unusable(Text.of("the link to the next page is no address", "下一页的链接不是地址"));
            } else if (!links.add(address) || links.size() >= MOST_PAGES) {
                return unusable(
                        Text.of("the same page was offered twice, so that the list has no end", "同一页出现两次，列表没有结尾"));
            } else {
                next = below(address).get();
            }
        }
    }

    private Outcome<Doc> send(Site site, String pathAndQuery) {
        ArmClient client = site.client(AzureAccount.class).client();
        return site.call(
                operation, () -> proven(operation, client.get(pathAndQuery).body()));
    }

    /** @throws ArmException where the answer leaves out what is always sent */
    static Doc proven(Operation operation, Doc answer) throws ArmException {
        Doc plain = resource(answer);
        Optional<String> missing = operation.proof().missing(plain);
        if (missing.isPresent()) {
            throw ArmException.unusable(Proof.without(missing.get()));
        }
        return plain;
    }

    /** What is no object are no properties. */
    static Doc resource(Doc answer) {
        return !answer.has(PROPERTIES) || answer.get(PROPERTIES) instanceof Doc
                ? answer
                : answer.with(PROPERTIES, Absent.ABSENT);
    }

    /** The outcome of an answer that came and cannot be used: nobody saw what it says. */
    public <T> Outcome<T> unusable(Text why) {
        return Outcome.without(new Cause(operation.call(), Status.FAILED, operation.permission(), why));
    }

    private static Text notSent(String id) {
        return id.isEmpty()
                ? Text.of("not sent, since the listing brought no id", "未发送：列表未给出 ID")
                : Text.of(
                        "not sent, since an id that is no path of the Resource Manager would lead elsewhere",
                        "未发送：该 ID 不是资源管理器的路径，会指向别处");
    }

    /** Names come from the cloud: what is no plain path of names is not made into one. */
    private Outcome<String> start(String id) {
        boolean plain = ID.matcher(id).matches()
                && Arrays.stream(id.substring(1).split("/", -1))
                        .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
        try {
            return plain
                    ? Outcome.value(query(new URI(null, null, id, null).toASCIIString() + path))
                    : Outcome.absent();
        } catch (URISyntaxException e) {
            return Outcome.absent();
        }
    }

    private String query(String encodedPath) {
        return encodedPath + (encodedPath.contains("?") ? "&" : "?") + "api-version=" + apiVersion;
    }

    /** The path and query of a link to the next page, whatever host it names: see {@link ArmClient}. */
    private static Optional<String> below(String link) {
        try {
            URI next = new URI(link.replace(" ", "%20"));
            String rawPath = next.getRawPath();
            return next.isAbsolute() && rawPath != null && rawPath.startsWith("/")
                    ? Optional.of(rawPath + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
