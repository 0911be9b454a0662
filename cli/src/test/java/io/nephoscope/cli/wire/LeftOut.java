package io.nephoscope.cli.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Answers without one of the members that are always sent, each of which is left out in its turn. */
public final class LeftOut {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> members;
    private final AtomicInteger turn = new AtomicInteger();

    public LeftOut(List<String> members) {
        this.members = members;
    }

    /** The members to leave out this time: the one whose turn it is among those that are there, in all of its ways. */
    List<String> next(Predicate<String> isThere) {
        List<String> there = members.stream()
                .filter(member -> ways(member).stream().anyMatch(isThere))
                .toList();
        return there.isEmpty() ? List.of() : ways(there.get(turn.getAndIncrement() % there.size()));
    }

    private static List<String> ways(String member) {
        return Arrays.asList(member.split("\\|"));
    }

    /** An object without what this time is left out. */
    public ObjectNode from(ObjectNode answer) {
        next(path -> !answer.at(pointer(path)).isMissingNode()).forEach(path -> {
            String pointer = pointer(path);
            JsonNode parent = answer.at(pointer.substring(0, pointer.lastIndexOf('/')));
            if (parent instanceof ObjectNode object) {
                object.remove(pointer.substring(pointer.lastIndexOf('/') + 1));
            }
        });
        return answer;
    }

    /** A text of XML or JSON without it. */
    public String from(String answer) {
        if (answer.startsWith("<")) {
            String left = answer;
            for (String name : next(path -> answer.contains("<" + path))) {
                left = left.replaceAll("(?s)<" + name + "\\b.*</" + name + ">", "");
            }
            return left;
        }
        try {
            return from((ObjectNode) JSON.readTree(answer)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pointer(String path) {
        return "/" + path.replace('.', '/');
    }
}
