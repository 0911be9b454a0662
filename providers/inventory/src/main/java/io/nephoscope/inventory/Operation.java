package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Set;

/**
 * A declared call to a cloud. What is not declared cannot be sent. That a call only reads is shown where its protocol is spoken, by what
 * proves it there: the cloud's own list of permissions that read, its action, or its method; never by its name alone.
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
    public Operation {
        if (SecretCalls.saysSo(name)) {
            throw SecretCalls.refused(service + ":" + name);
        }
        absentOn = Set.copyOf(absentOn);
        unsupportedOn = Set.copyOf(unsupportedOn);
    }

    /** Declares a call that its protocol shows to read. */
    public static Operation of(String service, String name, String permission) {
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
