package io.nephoscope.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.Feature;
import com.fasterxml.jackson.core.JsonToken;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects of a JSON array, or of lines that hold one each. An object that says a thing twice costs that object, a line that is broken
 * that line, and an array that is broken what comes after.
 *
 * @param lines whether each line is a text of its own
 */
record JsonItems(String text, boolean lines) implements Items {
    private static final Text NO_OBJECT =
            Text.of("here should be a JSON object, one for each asset", "此处应为 JSON 对象，每个资产一个");
    /** How the parser begins to say it. */
    private static final String DUPLICATE = "Duplicate field";

    private static final Pattern TWICE = Pattern.compile(DUPLICATE + " '(.*?)'", Pattern.DOTALL);

    @Override
    public void read(Consumer<Item> each, Lost lost) {
        Shapes shapes = new Shapes();
        if (!lines) {
            readArray(shapes, each, lost);
            return;
        }
        long number = 0;
        for (Iterator<String> all = text.lines().iterator(); all.hasNext(); ) {
            String line = all.next();
            number++;
            if (!line.isBlank()) {
                take(number, line, shapes, each, lost);
            }
        }
    }

    private void readArray(Shapes shapes, Consumer<Item> each, Lost lost) {
        long line = 1;
        try (JsonParser parser = DocJson.FACTORY.createParser(text)) {
            boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
            JsonToken token = isArray ? parser.nextToken() : parser.currentToken();
            while (token != null && token != JsonToken.END_ARRAY) {
                line = parser.currentTokenLocation().getLineNr();
                int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
                parser.skipChildren();
                parser.finishToken();
                int end = Math.toIntExact(parser.currentLocation().getCharOffset());
                take(line, text.substring(start, end), shapes, each, lost);
                token = parser.nextToken();
            }
            if (isArray && (token == null || parser.nextToken() != null)) {
                lost.at(line, Text.of("the array does not end where the file ends", "数组未在文件末尾结束"));
            }
        } catch (IOException e) {
            lost.at(
                    line,
                    Text.of(
                            "from here on this is not JSON, and nothing more was read ({0})",
                            "此处之后不是 JSON，未再读取（{0}）", why(e)));
        }
    }

    private static void take(long line, String json, Shapes shapes, Consumer<Item> each, Lost lost) {
        try (JsonParser parser = DocJson.FACTORY.createParser(json).enable(Feature.STRICT_DUPLICATE_DETECTION)) {
            parser.nextToken();
            Object value = DocJson.read(parser, shapes);
            if (parser.nextToken() != null) {
                lost.at(line, Text.of("something stands behind the end of the JSON object", "JSON 对象之后还有内容"));
            } else if (value instanceof Doc object) {
                each.accept(new Item(line, values(object)));
            } else {
                lost.at(line, NO_OBJECT);
            }
        } catch (IOException e) {
            Matcher twice = TWICE.matcher(String.valueOf(e.getMessage()));
            lost.at(
                    line,
                    twice.find()
                            ? Text.of(
                                    "the key {0} stands here twice; keep one",
                                    "键 {0} 在此出现两次；请保留一个", Value.quoted(twice.group(1)))
                            : Text.of("this is not JSON ({0})", "这不是 JSON（{0}）", why(e)));
        }
    }

    /** @throws IOException where two keys come to the same */
    private static Map<String, Object> values(Doc object) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key : object.keys()) {
            Object value = object.get(key);
            if (value instanceof Doc inner && (key.equals(Field.TAGS) || key.equals(Field.FACETS))) {
                String prefix = key.equals(Field.TAGS) ? Column.TAG : Column.FACET;
                for (String name : inner.keys()) {
                    put(values, prefix + name, inner.get(name));
                }
            } else {
                put(values, key, value);
            }
        }
        return values;
    }

    /** An empty text says nothing, as an empty cell does not. */
    private static void put(Map<String, Object> values, String key, Object value) throws IOException {
        String plain = key.replaceAll("\\p{Cntrl}", " ").strip();
        boolean isSaid = value != Absent.ABSENT && !(value instanceof String text && text.isBlank());
        if (isSaid && values.put(plain, value) != null) {
            throw new IOException(DUPLICATE + " '" + plain + "'");
        }
    }

    /** What the parser says, without where in its own buffers. */
    private static String why(IOException e) {
        String message =
                e instanceof JacksonException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
        return Failure.line(message.replaceAll("(?s)\\s*\\(start marker at .*", ""));
    }
}
