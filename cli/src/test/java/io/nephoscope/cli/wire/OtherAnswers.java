package io.nephoscope.cli.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nephoscope.cli.wire.AwsRequest.Protocol;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** What may come in place of an answer of AWS and looks like one. Its XML is found by the names of the SDK's own model. */
final class OtherAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] MESSAGE = "{\"message\":\"Service Unavailable\"}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, Class<?>> CLIENTS = Map.of(
            "ec2", Ec2Client.class,
            "iam", IamClient.class,
            "rds", RdsClient.class,
            "s3", S3Client.class,
            "s3control", S3ControlClient.class,
            "sns", SnsClient.class,
            "sts", StsClient.class);

    private final Map<String, LeftOut> halves = new ConcurrentHashMap<>();

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(folded)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded.toByteArray();
    }

    private static boolean isJson(AwsRequest request) {
        return request.protocol() == Protocol.JSON
                || request.protocol() == Protocol.REST_JSON
                || request.isForPolicyAlone();
    }

    /** What the operation answers, as a document of another name; a service that speaks JSON says that it is not there. */
    static byte[] another(AwsRequest request, Answers.Reply healthy) {
        if (isJson(request)) {
            return MESSAGE;
        }
        Document document = xml(healthy.body());
        document.renameNode(document.getDocumentElement(), null, "Status");
        return bytes(document);
    }

    /** What the operation answers without something that it always says; what is an error in health says nothing at all. */
    byte[] half(AwsRequest request, Answers.Reply healthy) throws IOException {
        LeftOut leftOut = halves.computeIfAbsent(request.call(), call -> new LeftOut(Proofs.members(call)));
        boolean isAnswer = healthy.status() == 200;
        if (isJson(request)) {
            boolean isWhole = request.isForPolicyAlone() || !isAnswer;
            return JSON.writeValueAsBytes(
                    isWhole ? JSON.createObjectNode() : leftOut.from((ObjectNode) JSON.readTree(healthy.body())));
        } else if (!isAnswer) {
            return "<Nothing/>".getBytes(StandardCharsets.UTF_8);
        }
        Document document = xml(healthy.body());
        leftOut.next(path -> !at(request, document, path).isEmpty())
                .forEach(path -> at(request, document, path)
                        .forEach(node -> node.getParentNode().removeChild(node)));
        return bytes(document);
    }

    /** The elements that a path of the model's names leads to. */
    private static List<Node> at(AwsRequest request, Document document, String path) {
        SdkPojo model = response(request);
        Element root = document.getDocumentElement();
        List<Node> at = List.of(root);
        boolean isOutermost = true;
        for (String name : path.split("\\.")) {
            Optional<SdkField<?>> field = field(model, name);
            boolean isRoot = isOutermost
                    && field.filter(it -> it.containsTrait(PayloadTrait.class)).isPresent();
            if (field.isEmpty()) {
                at = entries(at, name);
            } else if (!isRoot) {
                List<Node> from = isOutermost ? result(root) : at;
                at = children(from, field.get().unmarshallLocationName());
            }
            model = field.filter(it -> it.marshallingType() == MarshallingType.SDK_POJO)
                    .map(it -> (SdkPojo) it.constructor().get())
                    .orElse(model);
            isOutermost = false;
        }
        return at;
    }

    private static SdkPojo response(AwsRequest request) {
        Method asks = Arrays.stream(CLIENTS.get(request.service()).getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(request.operation()))
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Response"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + request.call()));
        try {
            return (SdkPojo) asks.getReturnType().getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<SdkField<?>> field(SdkPojo model, String name) {
        return model.sdkFields().stream()
                .filter(field -> field.memberName().equals(name))
                .<SdkField<?>>map(field -> field)
                .findFirst();
    }

    /** The query protocol wraps what it says. */
    private static List<Node> result(Element root) {
        return elements(root)
                .filter(child -> child.getNodeName().endsWith("Result")
                        && root.getNodeName().endsWith("Response"))
                .findFirst()
                .map(List::of)
                .orElse(List.of(root));
    }

    private static List<Node> children(List<Node> from, String name) {
        return from.stream()
                .flatMap(OtherAnswers::elements)
                .filter(child -> child.getNodeName().replaceFirst(".*:", "").equals(name))
                .toList();
    }

    /** The entries of a map that have a key. */
    private static List<Node> entries(List<Node> from, String key) {
        return from.stream()
                .flatMap(OtherAnswers::elements)
                .filter(entry -> elements(entry)
                        .anyMatch(child -> child.getNodeName().equals("key")
                                && child.getTextContent().equals(key)))
                .toList();
    }

    private static Stream<Node> elements(Node parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance);
    }

    private static Document xml(byte[] body) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(body));
        } catch (Exception e) {
            throw new AssertionError("the emulator's answer is no XML", e);
        }
    }

    private static byte[] bytes(Document document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError("what was changed cannot be written", e);
        }
    }
}
