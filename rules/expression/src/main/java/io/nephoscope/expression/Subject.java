package io.nephoscope.expression;

/**
 * What an expression is about, field by field: an asset, or the attributes of one. A field is a value of a document, absent or
 * unknown; it is read when the expression comes to it, and what it never comes to nobody has to know. An abstract class and no
 * interface: on JDK 17 tests against interfaces are slow.
 */
public abstract class Subject {
    /** A field by its name, as {@code nativeId} of an asset; absent where there is none of that name. */
    protected abstract Object field(String name);

    /** One facet of an asset, without the work for the others. */
    protected abstract Object facet(String name);

    /** The assets that a relation leads to, each a subject or unknown; or absent, or unknown. */
    protected abstract Object related(String name);
}
