package io.nephoscope.expression;

import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A compiled expression: bytes, of which closures are made when it is first evaluated. Safe for use by many threads at once. */
public final class Expression {
    private final byte[] form;
    private final int slots;
    private final SortedSet<String> reads;
    private final Lazy<Node> node;

    private Expression(byte[] form, int slots, SortedSet<String> reads, Library library) {
        this.form = form;
        this.slots = slots;
        this.reads = Collections.unmodifiableSortedSet(reads);
        this.node = new Lazy<>(() -> Closures.of(Bytes.read(form, Form::read), library));
    }

    static Expression of(Form form, int slots, SortedSet<String> reads, Library library) {
        return new Expression(Bytes.of(form::write), slots, reads, library);
    }

    /** Reads what was written of an expression that calls no functions but those of CEL. */
    public static Expression read(DataInputStream in) throws IOException {
        return readWith(in, Library.NONE);
    }

    /**
     * Reads what was written.
     *
     * @param library the functions that it may call: those with which it was compiled
     */
    public static Expression readWith(DataInputStream in, Library library) throws IOException {
        int slots = in.readInt();
        return new Expression(Bytes.readBlock(in), slots, new TreeSet<>(Bytes.readTexts(in)), library);
    }

    /** Writes everything that it takes to evaluate it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(slots);
        Bytes.writeBlock(out, form);
        Bytes.writeTexts(out, reads);
    }

    /** The paths that the expression reads, each as deep as is known without an asset. */
    public SortedSet<String> reads() {
        return reads;
    }

    /** The value for a subject: for a condition a Boolean, or an {@link io.nephoscope.inventory.doc.Unknown} with every cause. */
    public Object evaluate(Subject subject, Instant now) {
        return node.get().evaluate(new Frame(subject, now, slots));
    }

    /**
     * The same value as a field of a document, a time as its text: absent only where a function of the library says that there is
     * none. What is read and is not there is unknown.
     */
    public Object derive(Subject subject) {
        return written(node.get().derived(new Frame(subject, Instant.EPOCH, slots)));
    }

    private static Object written(Object value) {
        if (value instanceof DocList list) {
            return DocList.copyOf(list.stream().map(Expression::written).toList());
        } else if (value instanceof Doc doc) {
            Doc.Builder fields = Doc.builder();
            doc.forEach((key, field) -> fields.put(key, written(field)));
            return fields.build();
        }
        return value instanceof Instant time ? time.toString() : value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression
                && slots == expression.slots
                && reads.equals(expression.reads)
                && Arrays.equals(form, expression.form);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(form);
    }
}
