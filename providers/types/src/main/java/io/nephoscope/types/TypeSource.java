package io.nephoscope.types;

import io.nephoscope.expression.Library;

/** Where a provider's files of types lie, and how they are read. */
public interface TypeSource {
    /** The folder from the root of the provider's classes, as {@code io/nephoscope/aws/types}. */
    String folder();

    Dialect dialect();

    /** The functions that the expressions of the files may call. */
    Library library();
}
