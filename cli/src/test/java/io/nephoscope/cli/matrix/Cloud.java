package io.nephoscope.cli.matrix;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.inventory.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A cloud whose calls can be made to fail, seeded with a world in which every rule has something to say. */
interface Cloud extends AutoCloseable {
    /** @param endpoint that leads there too, in place of its own */
    List<Account> accounts(Optional<String> endpoint);

    /** Whether a question is how an operation is asked. */
    default boolean asks(Question question, Operation operation) {
        return question.call().equals(operation.call());
    }

    /** The questions that fit fail from now on. */
    void fail(Predicate<Question> when, Fault fault);

    /** The caller loses a permission; in a cloud that answers without a word about it, what that grants is left out. */
    default void revoke(String permission) {
        throw new UnsupportedOperationException("nothing is hidden here");
    }

    /** Nothing fails any more, and nothing was asked. */
    void heal();

    /** What was asked, in order. */
    List<Question> asked();

    @Override
    void close();
}
