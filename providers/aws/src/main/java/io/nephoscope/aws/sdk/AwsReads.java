package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.SecretCalls;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be asked of AWS. The build holds the permission of each declared call against AWS's own list of those that read; here its name
 * is held against the words by which AWS names what reads, so that no permission that reads stands beside a call that does more.
 */
final class AwsReads {
    private static final Pattern VERBS =
            Pattern.compile("(?:Get|List|Describe|Head|Search|Lookup|Select|BatchGet)[A-Z][A-Za-z0-9]*");
    /**
     * Two that change nothing, whatever their names say. Credential reports are made on request. A role is assumed to read with its
     * credentials, which stay in memory: to reach an account, and for no resource type.
     */
    private static final Set<String> BY_ANOTHER_NAME = Set.of("iam:GenerateCredentialReport", "sts:AssumeRole");

    private static final SecretCalls SECRETS =
            SecretCalls.listed(AwsReads.class, "/io/nephoscope/aws/secret-calls.txt");

    private AwsReads() {}

    /** @throws IllegalArgumentException for a call that does not read, or that hands out secrets */
    static Operation declare(String service, String name, String permission) {
        Operation operation = Operation.of(service, name, permission);
        if (!VERBS.matcher(name).matches() && !BY_ANOTHER_NAME.contains(operation.call())) {
            throw new IllegalArgumentException(operation.call() + " is not a read");
        }
        return SECRETS.without(operation);
    }
}
