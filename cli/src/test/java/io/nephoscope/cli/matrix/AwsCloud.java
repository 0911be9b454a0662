package io.nephoscope.cli.matrix;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.wire.AwsRequest;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.FaultProxy;
import io.nephoscope.cli.wire.Moto;
import io.nephoscope.inventory.Target;
import io.nephoscope.rules.RuleSet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Two accounts of the emulator, behind a proxy. */
record AwsCloud(FaultProxy proxy) implements Cloud {
    /** How a scan learns where a bucket's details are to be asked for: no rule reads it. */
    static final String LOCATION = "s3:GetBucketLocation";

    /** How it learns whom it reaches. */
    static final String IDENTITY = "sts:GetCallerIdentity";

    static Plan plan() {
        return plan(Bench.RULES);
    }

    static Plan plan(RuleSet rules) {
        return new Plan(account("Second", "", "role-arn", Moto.AUDIT_ROLE).target(), rules);
    }

    static Account account(String label, String endpoint, String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("endpoint-url", endpoint));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return new Account(new Target("aws", label, label, List.of(), all, Path.of("")), Optional.empty());
    }

    @Override
    public List<Account> accounts(Optional<String> endpoint) {
        String leads = endpoint.map(it -> it + proxy.endpoint().getPort())
                .orElseGet(() -> proxy.endpoint().toString());
        return List.of(account("First", leads), account("Second", leads, "role-arn", Moto.AUDIT_ROLE));
    }

    private static Question question(AwsRequest request) {
        return new Question(request.call(), request.accessKey(), request.key());
    }

    @Override
    public void fail(Predicate<Question> when, Fault fault) {
        proxy.fail(request -> when.test(question(request)), fault);
    }

    @Override
    public void heal() {
        proxy.heal();
    }

    @Override
    public List<Question> asked() {
        return proxy.requests().stream().map(AwsCloud::question).toList();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
