package io.nephoscope.types;

import io.nephoscope.expression.Subject;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.doc.Absent;

/** The attributes of one asset, as expressions read them by their bare names. */
final class AttributesSubject extends Subject {
    private final Attributes attributes;

    AttributesSubject(Attributes attributes) {
        this.attributes = attributes;
    }

    @Override
    protected Object field(String name) {
        return attributes.get(name);
    }

    @Override
    protected Object facet(String name) {
        return Absent.ABSENT;
    }

    @Override
    protected Object related(String name) {
        return Absent.ABSENT;
    }
}
