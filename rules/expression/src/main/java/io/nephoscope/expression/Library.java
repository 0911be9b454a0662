package io.nephoscope.expression;

import io.nephoscope.inventory.Schema;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Named functions that expressions may call beside those of CEL: what a source of assets says of its own data, in Java. */
public final class Library {
    /** No function but those of CEL. */
    public static final Library NONE = new Library(Map.of());

    private final Map<String, Function> functions;

    private Library(Map<String, Function> functions) {
        this.functions = Collections.unmodifiableMap(functions);
    }

    /** @throws IllegalArgumentException where two have one name */
    public static Library of(Collection<Function> functions) {
        Map<String, Function> byName = new TreeMap<>();
        functions.forEach(function -> {
            if (byName.put(function.name(), function) != null) {
                throw new IllegalArgumentException("two functions are called " + function.name());
            }
        });
        return new Library(byName);
    }

    /** The same functions, and others. */
    public Library and(Library others) {
        Map<String, Function> both = new TreeMap<>(functions);
        both.putAll(others.functions);
        return new Library(both);
    }

    public Collection<Function> functions() {
        return functions.values();
    }

    Optional<Function> named(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /**
     * A pure function of fields.
     *
     * @param name as expressions write it before a parenthesis
     * @param takes what each of its arguments is
     * @param gives what it makes of them
     */
    public record Function(String name, List<Schema> takes, Schema gives, Body body) {
        public Function {
            takes = List.copyOf(takes);
        }
    }

    /** What a function does. */
    @FunctionalInterface
    public interface Body {
        /**
         * The field that it makes of its arguments: absent says that there is none, and unknown where it cannot tell.
         *
         * @throws io.nephoscope.inventory.Unreadable where an argument is not what the provider says it is: unknown as well
         */
        Object apply(Arguments arguments);
    }

    /** The arguments of a function, each worked out when it is first asked for: what nobody asks for costs nothing. */
    @FunctionalInterface
    public interface Arguments {
        /** A field: a value, absent or unknown. */
        Object get(int index);
    }
}
