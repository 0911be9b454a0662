package io.nephoscope.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the faults of a file, so that one run tells them all. */
public final class Faults {
    private final List<YamlException> found = new ArrayList<>();

    /** The value, or nothing where there is a fault, which is kept. */
    public <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (YamlException e) {
            found.add(e);
            return Optional.empty();
        }
    }

    public List<YamlException> found() {
        return List.copyOf(found);
    }

    public void add(YamlException fault) {
        found.add(fault);
    }

    public void addAll(List<YamlException> faults) {
        found.addAll(faults);
    }

    /** @throws YamlException with every fault, where there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw YamlException.of(found);
        }
    }
}
