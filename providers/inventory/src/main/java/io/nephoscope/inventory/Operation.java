package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A declared call to a cloud. What is not declared cannot be sent, and what does not read cannot be declared.
 *
 * @param service the service's own name, as {@code s3}
 * @param name the operation's own name, as {@code GetBucketPolicy}, {@code describeInstances} or {@code VirtualMachines_Get}
 * @param permission what the caller must be granted, as {@code s3:GetBucketPolicy}: often, but not always, the operation's name
 * @param absentOn the error codes with which the provider says "there is none"
 * @param unsupportedOn the error codes with which it says "not enabled" or "not in this region"
 * @param proof what its answer must hold to be one
 * @param defaults what it would leave out by itself, where it lists assets
 */
public record Operation(
        String service,
        String name,
        String permission,
        Set<String> absentOn,
        Set<String> unsupportedOn,
        Proof proof,
        Defaults defaults) {
    private static final String VERB =
            "(?:[Gg]et|[Ll]ist|[Dd]escribe|[Hh]ead|[Rr]ead|[Qq]uery|[Ss]earch|[Ll]ookup|[Ss]elect|[Cc]heck|[Bb]atchGet)";
    /** A verb and what is read, or a verb after its group where a cloud has groups: {@code BlobServices_GetServiceProperties}. */
    private static final Pattern READS =
            Pattern.compile(VERB + "[A-Z][A-Za-z0-9]*|[A-Za-z0-9]+_" + VERB + "([A-Z][A-Za-z0-9]*)?");
    /**
     * Two that change nothing, whatever their names say. Credential reports are made on request. A role is assumed to read with its
     * credentials, which stay in memory: to reach an account, and for no resource type.
     */
    private static final Set<String> READS_BY_ANOTHER_NAME = Set.of("iam:GenerateCredentialReport", "sts:AssumeRole");

    public Operation {
        if (SecretCalls.by(service, plain(name))) {
            throw new IllegalArgumentException(service + ":" + name + " hands out secrets");
        }
        absentOn = Set.copyOf(absentOn);
        unsupportedOn = Set.copyOf(unsupportedOn);
    }

    /** The name without its group, and with the first letter as most clouds write it. */
    private static String plain(String name) {
        String alone = name.substring(name.indexOf('_') + 1);
        return alone.substring(0, 1).toUpperCase(Locale.ROOT) + alone.substring(1);
    }

    /** An operation whose name says that it reads. */
    public static Operation of(String service, String name, String permission) {
        if (!READS.matcher(name).matches() && !READS_BY_ANOTHER_NAME.contains(service + ":" + name)) {
            throw new IllegalArgumentException(service + ":" + name + " is not a read");
        }
        return reading(service, name, permission);
    }

    /**
     * An operation that its protocol shows to read, whatever it is called: a GET that a file lists, or a POST of which the file says why
     * it changes nothing.
     */
    public static Operation reading(String service, String name, String permission) {
        return new Operation(service, name, permission, Set.of(), Set.of(), Proof.UNDECLARED, Defaults.UNDECLARED);
    }

    /** The same operation, with the codes that mean "there is none". */
    public Operation absentOn(String... codes) {
        return new Operation(service, name, permission, Set.of(codes), unsupportedOn, proof, defaults);
    }

    /** The same operation, with the codes that mean "not enabled" or "not in this region". */
    public Operation unsupportedOn(String... codes) {
        return new Operation(service, name, permission, absentOn, Set.of(codes), proof, defaults);
    }

    /** The same operation, with what its answer must hold. */
    public Operation proven(Proof by) {
        return new Operation(service, name, permission, absentOn, unsupportedOn, by, defaults);
    }

    /** The same listing, with what it would leave out by itself. */
    public Operation narrowed(Defaults by) {
        return new Operation(service, name, permission, absentOn, unsupportedOn, proof, by);
    }

    /** An item of a list. What its provider always sends of it, and this time did not, nobody knows. */
    public Doc whole(Doc item) {
        Doc whole = item;
        for (String path : proof.each()) {
            if (!Proof.isThere(Paths.get(item, path))) {
                whole = Paths.set(
                        whole,
                        path,
                        Unknown.because(new Cause(call(), Status.FAILED, permission, Proof.without(path))));
            }
        }
        return whole;
    }

    /** Sent once for each of something. */
    public Use per(Use.Per what) {
        return new Use(this, what);
    }

    /** The name by which ledgers and findings know it, as {@code s3:GetBucketPolicy}. */
    public String call() {
        return service + ":" + name;
    }
}
