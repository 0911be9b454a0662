package io.nephoscope.inventory.policy;

/** A part of a policy says something that we do not understand, and that we therefore do not judge. */
final class UnclearPolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnclearPolicyException(String message) {
        super(message);
    }
}
