package io.nephoscope.yaml;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What was parsed, as bytes that take a fraction of the time to read again: values with their tags, and where each begins. */
final class NodeBytes {
    private static final char MAPPING = '{';
    private static final char SEQUENCE = '[';
    private static final char SCALAR = '"';
    private static final int[] NO_TEXT = {};

    private NodeBytes() {}

    static void write(DataOutputStream out, Node node) throws IOException {
        out.writeByte(node instanceof MappingNode ? MAPPING : node instanceof SequenceNode ? SEQUENCE : SCALAR);
        out.writeUTF(node.getTag().getValue());
        Optional<Mark> start = node.getStartMark();
        out.writeInt(start.map(Mark::getLine).orElse(0));
        out.writeInt(start.map(Mark::getColumn).orElse(0));
        if (node instanceof MappingNode mapping) {
            out.writeInt(mapping.getValue().size());
            for (NodeTuple field : mapping.getValue()) {
                write(out, field.getKeyNode());
                write(out, field.getValueNode());
            }
        } else if (node instanceof SequenceNode sequence) {
            out.writeInt(sequence.getValue().size());
            for (Node item : sequence.getValue()) {
                write(out, item);
            }
        } else {
            byte[] text = ((ScalarNode) node).getValue().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    static Node read(DataInputStream in) throws IOException {
        int sort = in.readUnsignedByte();
        Tag tag = new Tag(in.readUTF());
        Optional<Mark> start = Optional.of(new Mark("", 0, in.readInt(), in.readInt(), NO_TEXT, 0));
        int size = in.readInt();
        if (sort == SCALAR) {
            String text = new String(in.readNBytes(size), StandardCharsets.UTF_8);
            return new ScalarNode(tag, true, text, ScalarStyle.PLAIN, start, start);
        }
        if (sort == SEQUENCE) {
            List<Node> items = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                items.add(read(in));
            }
            return new SequenceNode(tag, true, items, FlowStyle.AUTO, start, start);
        }
        List<NodeTuple> fields = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            fields.add(new NodeTuple(read(in), read(in)));
        }
        return new MappingNode(tag, true, fields, FlowStyle.AUTO, start, start);
    }
}
