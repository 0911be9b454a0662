package io.nephoscope.files;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.network.FirewallEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what a file holds as a schema says. Text is as people write it in a cell: true or false, whole numbers, lists with a separator,
 * objects as {@code key=value} with blanks between; an empty list is written {@code none}. JSON may hold the same as JSON.
 *
 * @param separator of the items of a list
 */
record Value(Pattern separator) {
    private static final String EMPTY_LIST = "none";
    private static final List<String> PROTOCOLS = List.of("tcp", "udp", "icmp", "icmpv6", "all", "other");
    private static final Pattern PROTOCOL_NUMBER = Pattern.compile("25[0-5]|2[0-4]\\d|1?\\d?\\d");
    private static final List<String> FAMILIES = List.of("ipv4", "ipv6");
    private static final long LAST_PORT = 65_535;

    /** @throws Unreadable where the value is not of the schema, with one clause that says how */
    Object read(Object given, Schema schema) {
        if (schema instanceof Schema.ListOf list) {
            return DocList.copyOf(
                    items(given).stream().map(item -> read(item, list.item())).toList());
        } else if (schema instanceof Schema.Struct struct) {
            return given instanceof Doc doc
                    ? object(doc, struct.fields(), text(doc))
                    : object(text(given), struct.fields());
        } else if (schema instanceof Scalar scalar) {
            return scalar(given, scalar);
        }
        throw new Unreadable(Text.of("a file cannot hold such a value", "文件不能表达这样的值"));
    }

    /** The items of a list, each as it stands. */
    List<Object> items(Object given) {
        List<Object> items = new ArrayList<>();
        if (given instanceof DocList list) {
            list.forEach(items::add);
        } else if (!(given instanceof String text)) {
            items.add(given);
        } else if (!text.equals(EMPTY_LIST)) {
            separator
                    .splitAsStream(text)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(items::add);
        }
        return items;
    }

    private static Object scalar(Object given, Scalar scalar) {
        boolean fits = switch (scalar) {
            case BOOL -> given instanceof Boolean;
            case INT -> given instanceof Long;
            case DOUBLE -> given instanceof Double;
            case DYN, STRING, TIMESTAMP, ADDRESS, PROTOCOL, FAMILY, PORT -> false;
        };
        return fits ? given : scalar(text(given), scalar);
    }

    private static Object scalar(String text, Scalar scalar) {
        return switch (scalar) {
            case STRING, DYN -> text;
            case BOOL -> truth(text);
            case INT -> wholeNumber(text);
            case DOUBLE -> number(text);
            case TIMESTAMP -> Form.TIME.read(text);
            case ADDRESS -> Form.address(text);
            case PROTOCOL -> protocol(text);
            case FAMILY -> family(text);
            case PORT -> port(text);
        };
    }

    private static String protocol(String text) {
        String protocol = FirewallEntry.protocol(text);
        if (PROTOCOLS.contains(protocol) || PROTOCOL_NUMBER.matcher(protocol).matches()) {
            return protocol;
        }
        throw new Unreadable(Text.of(
                "{0} is no protocol; write {1} or its number",
                "{0} 不是协议；请写 {1} 或协议号", quoted(text), String.join(", ", PROTOCOLS)));
    }

    private static String family(String text) {
        String family = text.toLowerCase(Locale.ROOT);
        if (FAMILIES.contains(family)) {
            return family;
        }
        throw new Unreadable(
                Text.of("{0} is not {1} or {2}", "{0} 不是 {1} 或 {2}", quoted(text), FAMILIES.get(0), FAMILIES.get(1)));
    }

    private static long port(String text) {
        long port = wholeNumber(text);
        if (port < 0 || port > LAST_PORT) {
            throw new Unreadable(
                    Text.of("{0} is no port from 0 to {1}", "{0} 不是 0 至 {1} 的端口", quoted(text), LAST_PORT));
        }
        return port;
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "是" -> true;
            case "false", "no", "否" -> false;
            default ->
                throw new Unreadable(
                        Text.of("{0} is not true, false, yes or no", "{0} 不是 true、false、是或否", quoted(text)));
        };
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Unreadable(Text.of("{0} is not a whole number", "{0} 不是整数", quoted(text)));
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Unreadable(Text.of("{0} is not a number", "{0} 不是数字", quoted(text)));
        }
    }

    private Doc object(String text, Map<String, Schema> fields) {
        Doc.Builder object = Doc.builder();
        for (String part : text.split("\\s+", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            if (equals < 0 || !fields.containsKey(key)) {
                throw new Unreadable(Text.of(
                        "{0} is not one of {1}=…",
                        "{0} 不是 {1}=… 之一", quoted(part), String.join("=…, ", fields.keySet())));
            }
            object.put(key, part.substring(equals + 1));
        }
        return object(object.build(), fields, text);
    }

    private Doc object(Doc given, Map<String, Schema> fields, String whole) {
        Doc.Builder object = Doc.builder();
        given.forEach((key, value) -> {
            Schema schema = fields.get(key);
            if (schema == null) {
                throw new Unreadable(Text.of(
                        "{0} is not one of {1}", "{0} 不是 {1} 之一", quoted(key), String.join(", ", fields.keySet())));
            }
            object.put(key, read(value, schema));
        });
        for (String key : fields.keySet()) {
            if (!given.has(key)) {
                throw new Unreadable(Text.of("{0} lacks {1}=…", "{0} 缺少 {1}=…", quoted(whole), key));
            }
        }
        Doc read = object.build();
        requireOrder(read, fields);
        return read;
    }

    /** The ports of an object are the ends of a range. */
    private static void requireOrder(Doc read, Map<String, Schema> fields) {
        List<String> ports = fields.keySet().stream()
                .filter(key -> fields.get(key) == Scalar.PORT)
                .toList();
        for (int i = 1; i < ports.size(); i++) {
            if ((Long) read.get(ports.get(i - 1)) > (Long) read.get(ports.get(i))) {
                throw new Unreadable(Text.of(
                        "{0} {1} is above {2} {3}",
                        "{0} {1} 大于 {2} {3}",
                        ports.get(i - 1),
                        read.get(ports.get(i - 1)),
                        ports.get(i),
                        read.get(ports.get(i))));
            }
        }
    }

    /** Any value as text: of JSON what is no text as JSON. */
    static String text(Object given) {
        if (given instanceof String text) {
            return text.strip();
        }
        StringWriter json = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(json)) {
            DocJson.write(out, given, "", (path, unknown) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    /** Long texts are cut: the line tells where the rest is. */
    static String quoted(String text) {
        int most = 60;
        return '"' + (text.length() > most ? text.substring(0, most) + "…" : text) + '"';
    }
}
