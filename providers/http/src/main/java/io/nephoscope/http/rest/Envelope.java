package io.nephoscope.http.rest;

import io.nephoscope.expression.Environment;
import io.nephoscope.expression.Expression;
import io.nephoscope.expression.Library;
import io.nephoscope.expression.Subject;
import io.nephoscope.http.Refused;
import io.nephoscope.http.Reply;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands around a result, and how to tell one from an error. Whatever is no result for sure is none: an answer that is no JSON, a
 * page of whatever stands before the service, a status other than 200, an answer that says neither.
 *
 * @param result where the result is; empty where the answer is it
 * @param error what is there where the answer is an error; empty where only the status, {@code failed}, and codes with a meaning tell
 * @param failed whether an answer is an error, by its fields
 */
record Envelope(String result, String error, Optional<Expression> failed) {
    static final Envelope NONE = new Envelope("", "", Optional.empty());

    private static final Set<String> WORDS = Set.of("result", "error", "failed");
    private static final int OK = 200;
    /** A name of a field: none behind a dot, and no function. */
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])([A-Za-z_]\\w*)(?!\\w|\\s*\\()");

    private static final Set<String> OF_CEL = Set.of("true", "false", "null", "in");

    static Envelope read(YamlNode node) {
        node.fields(WORDS);
        return new Envelope(
                Words.text(node, "result"),
                Words.text(node, "error"),
                node.optional("failed").map(Envelope::condition));
    }

    /** An answer may have any field: those that the condition names may hold anything. */
    private static Expression condition(YamlNode source) {
        Map<String, Schema> fields = new TreeMap<>();
        Matcher names = NAME.matcher(source.filled());
        while (names.find()) {
            if (!OF_CEL.contains(names.group(1))) {
                fields.put(names.group(1), Scalar.DYN);
            }
        }
        return Environment.of(Schema.struct("answer", () -> fields), Library.NONE)
                .condition(source);
    }

    /**
     * The result that an answer holds: an object, or a list where the answer is one.
     *
     * @throws Refused where it is an error
     * @throws UnusableAnswer where nobody can tell
     */
    Object open(Reply reply, Errors errors) {
        Object body = json(reply, errors);
        Doc answer = body instanceof Doc doc ? doc : Doc.empty();
        boolean isError = isSaid(answer)
                || reply.status() != OK
                || (error.isEmpty() && failed.isEmpty() && errors.isIn(answer))
                || failed.map(it -> isTrue(it, answer)).orElse(false);
        if (isError) {
            throw refusal(answer, reply, errors);
        } else if (!(body instanceof Doc) && !(body instanceof DocList && result.isEmpty())) {
            throw new UnusableAnswer(Text.of("it is no object", "应答不是对象"));
        } else if (result.isEmpty()) {
            return body;
        }
        Object inside = Paths.get(answer, result);
        if (inside instanceof Doc || inside instanceof DocList) {
            return inside;
        }
        throw new UnusableAnswer(Text.of("it holds neither a result nor an error", "应答既无结果也无错误"));
    }

    private boolean isSaid(Doc answer) {
        return !error.isEmpty() && Errors.isSaid(Paths.get(answer, error));
    }

    private boolean isDescribed(Errors errors) {
        return !error.isEmpty() || errors.isDescribed();
    }

    /** An error that says nothing of what the file says that errors say is that of whatever stands before the service. */
    private Refused refusal(Doc answer, Reply reply, Errors errors) {
        Refused refusal = errors.in(answer, reply);
        boolean isOwn = !isDescribed(errors) || isSaid(answer) || errors.isDescribing(answer);
        return isOwn ? refusal : refusal.foreign();
    }

    private Object json(Reply reply, Errors errors) {
        try {
            return DocJson.parse(reply.text());
        } catch (IOException e) {
            if (reply.status() != OK) {
                throw reply.text().isBlank() && !isDescribed(errors)
                        ? Refused.byNothing(reply)
                        : Refused.byAPage(reply);
            }
            throw new UnusableAnswer(
                    reply.text().isBlank()
                            ? Text.of("it is empty", "应答为空")
                            : Text.of(
                                    "it is no JSON, or says a key twice; check the endpoint and the proxy",
                                    "应答不是 JSON 或有重复的键；请检查服务端点和代理"));
        }
    }

    private static boolean isTrue(Expression condition, Doc answer) {
        Object said = condition.derive(new Subject() {
            @Override
            protected Object field(String name) {
                return answer.get(name);
            }

            @Override
            protected Object facet(String name) {
                return Absent.ABSENT;
            }

            @Override
            protected Object related(String name) {
                return Absent.ABSENT;
            }
        });
        if (said instanceof Boolean known) {
            return known;
        }
        throw new UnusableAnswer(Text.of("it does not say whether it is an error", "应答未说明是否为错误"));
    }
}
