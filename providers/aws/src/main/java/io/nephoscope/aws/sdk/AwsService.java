package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Proof;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/**
 * A service of AWS.
 *
 * @param name as IAM permissions spell it, {@code s3}
 * @param host as addresses spell it, which is nearly always the same
 * @param builder makes its client
 */
public record AwsService<C>(String name, String host, Supplier<? extends AwsClientBuilder<?, C>> builder) {

    /** Those that answer for an account, wherever they are asked. */
    private static final Set<String> GLOBAL = Set.of("iam", "organizations", "sts");

    public AwsService(String name, Supplier<? extends AwsClientBuilder<?, C>> builder) {
        this(name, name, builder);
    }

    /** Whether it answers for the account, and not for each region. */
    boolean isGlobal() {
        return GLOBAL.contains(name);
    }

    /** Declares a call whose permission has the operation's name. */
    public <I, O> AwsCall<C, I, O> read(String operation, Proof proof, BiFunction<C, I, O> send) {
        return read(operation, name + ":" + operation, proof, send);
    }

    /** Declares a call whose permission has a name of its own. */
    public <I, O> AwsCall<C, I, O> read(String operation, String permission, Proof proof, BiFunction<C, I, O> send) {
        return new AwsCall<>(this, AwsReads.declare(name, operation, permission).proven(proof), send);
    }

    /** Declares the listing of a type, whose permission has the operation's name. */
    public <I, O> AwsCall<C, I, O> list(String operation, Proof proof, Defaults defaults, BiFunction<C, I, O> send) {
        AwsCall<C, I, O> call = read(operation, proof, send);
        return new AwsCall<>(this, call.operation().narrowed(defaults), send);
    }

    /** Declares a call of which nobody has said yet what proves its answer. */
    public <I, O> AwsCall<C, I, O> read(String operation, BiFunction<C, I, O> send) {
        return read(operation, Proof.UNDECLARED, send);
    }

    /** Declares a call of which nobody has said yet what proves its answer, and whose permission has a name of its own. */
    public <I, O> AwsCall<C, I, O> read(String operation, String permission, BiFunction<C, I, O> send) {
        return read(operation, permission, Proof.UNDECLARED, send);
    }
}
