package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** How a call ended. Whoever reads an outcome answers for every case: see {@link #match}. */
public sealed interface Outcome<T> {
    /** The provider answered. */
    record Value<T>(T value) implements Outcome<T> {}

    /** The provider said that there is none. */
    record Absent<T>() implements Outcome<T> {}

    /** The provider refused: the caller, its credentials, or anybody. */
    record Denied<T>(Cause cause) implements Outcome<T> {}

    /** The provider asked us to slow down until we gave up. */
    record Throttled<T>(Cause cause) implements Outcome<T> {}

    /** No usable answer came, or none was asked for. */
    record Failed<T>(Cause cause) implements Outcome<T> {}

    /**
     * The provider said that what was asked about is not there at all. To whoever did not list it before, that is a call that failed.
     */
    record Gone<T>(Cause cause) implements Outcome<T> {}

    /** Not enabled for this account, or not in this region. */
    record Unsupported<T>(Cause cause) implements Outcome<T> {}

    /** One answer for every way in which a call can end. */
    interface Cases<T, R> {
        R value(T value);

        R absent();

        R denied(Cause cause);

        R throttled(Cause cause);

        R failed(Cause cause);

        default R gone(Cause cause) {
            return failed(cause);
        }

        R unsupported(Cause cause);
    }

    static <T> Outcome<T> value(T value) {
        return new Value<>(value);
    }

    static <T> Outcome<T> absent() {
        return new Absent<>();
    }

    /** The outcome without a value that a cause describes. */
    static <T> Outcome<T> without(Cause cause) {
        return switch (cause.outcome()) {
            case DENIED, BARRED, SIGNED_OUT -> new Denied<>(cause);
            case THROTTLED -> new Throttled<>(cause);
            case FAILED, OVER_BUDGET, NOT_COLLECTED, OUTSIDE, NOT_SAID, NO_API -> new Failed<>(cause);
            case UNSUPPORTED -> new Unsupported<>(cause);
            case ABSENT -> new Absent<>();
            case VALUE -> throw new IllegalArgumentException("a value has no cause");
        };
    }

    default <R> R match(Cases<T, R> cases) {
        if (this instanceof Value<T> it) {
            return cases.value(it.value());
        } else if (this instanceof Denied<T> it) {
            return cases.denied(it.cause());
        } else if (this instanceof Throttled<T> it) {
            return cases.throttled(it.cause());
        } else if (this instanceof Failed<T> it) {
            return cases.failed(it.cause());
        } else if (this instanceof Gone<T> it) {
            return cases.gone(it.cause());
        } else if (this instanceof Unsupported<T> it) {
            return cases.unsupported(it.cause());
        }
        return cases.absent();
    }

    /** Goes on with the value; every other ending stays what it is. */
    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return match(new Cases<T, Outcome<R>>() {
            @Override
            public Outcome<R> value(T value) {
                return next.apply(value);
            }

            @Override
            public Outcome<R> absent() {
                return Outcome.absent();
            }

            @Override
            public Outcome<R> denied(Cause cause) {
                return new Denied<>(cause);
            }

            @Override
            public Outcome<R> throttled(Cause cause) {
                return new Throttled<>(cause);
            }

            @Override
            public Outcome<R> failed(Cause cause) {
                return new Failed<>(cause);
            }

            @Override
            public Outcome<R> gone(Cause cause) {
                return new Gone<>(cause);
            }

            @Override
            public Outcome<R> unsupported(Cause cause) {
                return new Unsupported<>(cause);
            }
        });
    }

    /**
     * Together with the answer to another question about the same list: there is none only where both say so, and whichever failed fails
     * both.
     */
    default Outcome<T> and(Outcome<T> other, BinaryOperator<T> both) {
        if (this instanceof Value<T> mine && other instanceof Value<T> its) {
            return value(both.apply(mine.value(), its.value()));
        }
        return isNone() || (this instanceof Value<T> && !other.isNone()) ? other : this;
    }

    /** Whether it was said that there is none, or can be none. */
    default boolean isNone() {
        return this instanceof Absent<T> || this instanceof Unsupported<T>;
    }

    default <R> Outcome<R> map(Function<T, R> change) {
        return then(value -> value(change.apply(value)));
    }

    /** The field that a document stores: the value, absent (not enabled is a fact too), or unknown with its cause. */
    default Object toField() {
        return match(new Cases<T, Object>() {
            @Override
            public Object value(T value) {
                return value;
            }

            @Override
            public Object absent() {
                return io.nephoscope.inventory.doc.Absent.ABSENT;
            }

            @Override
            public Object denied(Cause cause) {
                return Unknown.because(cause);
            }

            @Override
            public Object throttled(Cause cause) {
                return Unknown.because(cause);
            }

            @Override
            public Object failed(Cause cause) {
                return Unknown.because(cause);
            }

            @Override
            public Object unsupported(Cause cause) {
                return io.nephoscope.inventory.doc.Absent.ABSENT;
            }
        });
    }

    /** The status for the ledger, and the cause where there is one. */
    default Cause cause(String call, String permission) {
        return match(new Cases<T, Cause>() {
            @Override
            public Cause value(T value) {
                return new Cause(call, Status.VALUE, permission, Text.EMPTY);
            }

            @Override
            public Cause absent() {
                return new Cause(call, Status.ABSENT, permission, Text.EMPTY);
            }

            @Override
            public Cause denied(Cause cause) {
                return cause;
            }

            @Override
            public Cause throttled(Cause cause) {
                return cause;
            }

            @Override
            public Cause failed(Cause cause) {
                return cause;
            }

            @Override
            public Cause unsupported(Cause cause) {
                return cause;
            }
        });
    }
}
