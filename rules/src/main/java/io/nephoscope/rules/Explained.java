package io.nephoscope.rules;

import io.nephoscope.rules.Finding.Evidence;
import java.util.List;

/**
 * A part of a rule's condition, and how it comes out for an asset.
 *
 * @param depth how many parts it lies in; the whole in none
 * @param value true, false, another value, or unknown
 * @param read what it reads, where it holds no other parts
 */
public record Explained(int depth, String text, Object value, List<Evidence> read) {
    public Explained {
        read = List.copyOf(read);
    }
}
