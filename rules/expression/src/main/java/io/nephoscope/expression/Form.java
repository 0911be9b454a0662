package io.nephoscope.expression;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a checked expression comes down to: an operation, what the checker told of it, and its parts. It can be written as bytes, and
 * is read and run without the checker.
 *
 * @param given texts, numbers, truth values, times, durations and what is expected of a field
 */
record Form(Op op, List<Object> given, List<Form> parts) {
    Form {
        given = List.copyOf(given);
        parts = List.copyOf(parts);
    }

    /** Each with what is given to it, and its parts. */
    enum Op {
        /** Its value. */
        CONSTANT,
        NOW,
        /** The asset that is judged. */
        SUBJECT,
        /** The variable of a loop: its slot, what is expected of it, how messages name it. */
        ITEM,
        /** A field of the asset itself: its name, what is expected of it, its label; the asset. */
        COMMON,
        /** A facet: its name, what is expected of it, its label; the asset. */
        FACET,
        /** A relation: its name, its label; the asset. */
        RELATED,
        /** A field of an object: the object's label, the field's name, what is expected of it; the object. */
        FIELD,
        /** Whether its part, a field, is there. */
        HAS,
        LIST,
        /** The keys, then as many values. */
        MAP,
        /** {@code in} a list of texts: these; what may be among them. */
        AMONG,
        AND,
        OR,
        NOT,
        CONDITIONAL,
        EQUAL,
        UNEQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        /** A function of one value: its name; the value. */
        UNARY,
        /** A function of two values: its name; the values. */
        BINARY,
        /** A function of a library: its name; the arguments. */
        LIBRARY,
        /** {@code matches} a pattern that the expression itself holds: this; the text. */
        MATCHES,
        /** A loop: its slot; its range, its predicate. */
        ALL,
        EXISTS,
        EXISTS_ONE,
        /** A loop: its slot; its range, what it makes of each item. */
        COLLECT,
        /** A loop: its slot; its range, which items it takes, what it makes of them. */
        COLLECT_SOME,
        /** The whole of an expression that must be true or false. */
        CONDITION
    }

    static Form of(Op op, List<Object> given, Form... parts) {
        return new Form(op, given, List.of(parts));
    }

    static Form of(Op op, Form... parts) {
        return of(op, List.of(), parts);
    }

    String text(int index) {
        return (String) given.get(index);
    }

    Expected expected(int index) {
        return (Expected) given.get(index);
    }

    int slot() {
        return ((Long) given.get(0)).intValue();
    }

    void write(DataOutputStream out) throws IOException {
        Bytes.writeText(out, op.name());
        out.writeInt(given.size());
        for (Object value : given) {
            writeGiven(out, value);
        }
        out.writeInt(parts.size());
        for (Form part : parts) {
            part.write(out);
        }
    }

    static Form read(DataInputStream in) throws IOException {
        return new Form(
                Op.valueOf(Bytes.readText(in)), Bytes.readList(in, Form::readGiven), Bytes.readList(in, Form::read));
    }

    private static void writeGiven(DataOutputStream out, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeByte('s');
            Bytes.writeText(out, text);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (value instanceof Instant time) {
            out.writeByte('t');
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
        } else if (value instanceof Duration duration) {
            out.writeByte('u');
            out.writeLong(duration.getSeconds());
            out.writeInt(duration.getNano());
        } else {
            out.writeByte('e');
            Bytes.writeText(out, ((Expected) value).written());
        }
    }

    private static Object readGiven(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        return switch (tag) {
            case 's' -> Bytes.readText(in);
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'b' -> in.readBoolean();
            case 't' -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case 'u' -> Duration.ofSeconds(in.readLong(), in.readInt());
            case 'e' -> Expected.read(Bytes.readText(in));
            default -> throw new IOException("no value is written as " + tag);
        };
    }
}
