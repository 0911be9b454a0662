package io.nephoscope.cli.organisation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Provider.CredentialField;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Credentials as text: a JSON object, or lines of {@code field=value}. What it says of errors repeats nothing of the text. */
final class CredentialText {
    /** In bytes. */
    static final int LONGEST = 1 << 16;

    private final Map<String, String> byVariable = new TreeMap<>();

    CredentialText(List<CredentialField> fields) {
        fields.stream()
                .filter(field -> !field.variable().isEmpty())
                .forEach(field -> byVariable.put(field.variable(), field.name()));
    }

    /** @throws TargetException where it is neither, without the text */
    Credentials read(String text) throws TargetException {
        Map<String, String> fields = text.stripLeading().startsWith("{") ? json(text) : lines(text);
        Credentials credentials = Credentials.of(fields);
        if (credentials.isEmpty()) {
            throw new TargetException(Text.of("holds no field", "没有任何字段"));
        }
        return credentials;
    }

    /** Texts, and nothing that lies deeper. */
    private Map<String, String> json(String text) throws TargetException {
        Map<String, String> fields = new TreeMap<>();
        try (JsonParser in = DocJson.FACTORY.createParser(text)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                if (in.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(field(name), in.getText());
                }
                in.skipChildren();
            }
        } catch (IOException e) {
            throw new TargetException(Text.of("is not a JSON object", "不是 JSON 对象"));
        }
        return fields;
    }

    private Map<String, String> lines(String text) throws TargetException {
        Map<String, String> fields = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int equals = line.indexOf('=');
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            } else if (equals < 1) {
                throw new TargetException(
                        Text.of("line {0} is not of the form field=value", "第 {0} 行不是 field=value 的形式", number));
            }
            fields.put(field(line.substring(0, equals)), unquoted(line.substring(equals + 1)));
        }
        return fields;
    }

    /** A field may go by its own name, in either spelling, or by that of the variable which usually holds it. */
    private String field(String name) {
        String plain = name.strip();
        return byVariable.getOrDefault(plain, plain.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String unquoted(String value) {
        String plain = value.strip();
        boolean quoted = plain.length() > 1
                && (plain.charAt(0) == '"' || plain.charAt(0) == '\'')
                && plain.charAt(plain.length() - 1) == plain.charAt(0);
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }
}
