package io.nephoscope.inventory.doc;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of one body of documents. Keys that users choose (tags, labels) could make shapes without end, so that past a bound
 * new ones are no longer shared.
 */
public final class Shapes {
    /** Shares nothing. */
    static final Shapes NONE = new Shapes(0);

    private final int mostSteps;
    private final Step root = new Step();
    private final AtomicInteger steps = new AtomicInteger();

    public Shapes() {
        this(20_000);
    }

    Shapes(int mostSteps) {
        this.mostSteps = mostSteps;
        root.shape = Shape.EMPTY;
    }

    /** A key behind those before it. */
    private static final class Step {
        final Map<String, Step> next = new ConcurrentHashMap<>(2);
        volatile @Nullable Shape shape;
    }

    /** The shape that objects with these keys share, where there is one: it has no key twice. */
    @Nullable
    Shape known(String[] keys, int size) {
        Step at = root;
        for (int i = 0; i < size && at != null; i++) {
            at = at.next.get(keys[i]);
        }
        return at == null ? null : at.shape;
    }

    /** The shape of keys of which none comes twice, shared from now on unless too many are. */
    Shape share(List<String> keys) {
        Step at = root;
        for (String key : keys) {
            Step next = at.next.get(key);
            if (next == null) {
                if (steps.get() >= mostSteps) {
                    return new Shape(keys);
                }
                Step made = new Step();
                next = at.next.putIfAbsent(key, made);
                if (next == null) {
                    steps.incrementAndGet();
                    next = made;
                }
            }
            at = next;
        }
        return shape(at, keys);
    }

    /** Two threads must not come away with two shapes for the same keys. */
    private static Shape shape(Step at, List<String> keys) {
        synchronized (at) {
            Shape shared = at.shape;
            if (shared == null) {
                shared = new Shape(keys);
                at.shape = shared;
            }
            return shared;
        }
    }
}
