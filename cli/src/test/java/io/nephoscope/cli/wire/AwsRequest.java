package io.nephoscope.cli.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request on the wire asks for.
 *
 * @param service as our ledger names it
 * @param operation the API's own name
 * @param accessKey whose request it is
 */
public record AwsRequest(
        String service,
        String region,
        String operation,
        Protocol protocol,
        String target,
        String body,
        String accessKey) {
    /** How the service speaks, errors included. */
    public enum Protocol {
        QUERY,
        EC2,
        JSON,
        REST_XML,
        REST_JSON
    }

    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([^&]+)");
    private static final Map<String, String> BUCKET_READS = Map.of(
            "policy", "GetBucketPolicy",
            "acl", "GetBucketAcl",
            "versioning", "GetBucketVersioning",
            "logging", "GetBucketLogging",
            "encryption", "GetBucketEncryption",
            "publicAccessBlock", "GetPublicAccessBlock",
            "ownershipControls", "GetBucketOwnershipControls",
            "location", "GetBucketLocation",
            "policyStatus", "GetBucketPolicyStatus",
            "tagging", "GetBucketTagging");

    /** By what their paths hold. */
    private static final Map<String, String> FUNCTION_READS = Map.of(
            "/tags/.+", "ListTags",
            "/functions/[^/]+/policy", "GetPolicy",
            "/functions/[^/]+/aliases", "ListAliases",
            "/functions/[^/]+/urls", "ListFunctionUrlConfigs");

    private static final Map<String, String> CONTROL_READS = Map.of(
            "/configuration/publicAccessBlock", "GetPublicAccessBlock",
            "/accesspoint", "ListAccessPoints",
            "/accesspoint/[^/]+", "GetAccessPoint",
            "/accesspoint/[^/]+/policy", "GetAccessPointPolicy",
            "/mrap/instances", "ListMultiRegionAccessPoints",
            "/mrap/instances/[^/]+/policy", "GetMultiRegionAccessPointPolicy");

    /** Reads a request whole. */
    static AwsRequest of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI uri = exchange.getRequestURI();
        Matcher scope = SCOPE.matcher(header(exchange, "Authorization").orElse(""));
        boolean signed = scope.find();
        String key = signed ? scope.group(1) : "";
        String region = signed ? scope.group(2) : "";
        String service = signed ? scope.group(3) : "";
        String path = uri.getPath();
        Optional<String> target = header(exchange, "X-Amz-Target");
        if (target.isPresent()) {
            String operation = target.get().substring(target.get().lastIndexOf('.') + 1);
            return new AwsRequest(service, region, operation, Protocol.JSON, uri.toString(), body, key);
        } else if (path.startsWith("/v20180820/")) {
            String operation = named(path, CONTROL_READS, "");
            return new AwsRequest("s3control", region, operation, Protocol.REST_XML, uri.toString(), body, key);
        } else if (service.equals("s3")) {
            return new AwsRequest(service, region, bucketRead(uri), Protocol.REST_XML, uri.toString(), body, key);
        } else if (service.equals("lambda")) {
            String operation = named(path, FUNCTION_READS, "ListFunctions");
            return new AwsRequest(service, region, operation, Protocol.REST_JSON, uri.toString(), body, key);
        }
        Matcher action = ACTION.matcher(body);
        String operation = action.find() ? URLDecoder.decode(action.group(1), StandardCharsets.UTF_8) : "";
        Protocol protocol = service.equals("ec2") ? Protocol.EC2 : Protocol.QUERY;
        return new AwsRequest(service, region, operation, protocol, uri.toString(), body, key);
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The operation whose pattern the end of a path matches: what stands before it is a version of the API. */
    private static String named(String path, Map<String, String> reads, String other) {
        return reads.entrySet().stream()
                .filter(read -> path.matches("/[^/]+" + read.getKey() + "/?"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(other);
    }

    private static String bucketRead(URI uri) {
        if (uri.getPath().equals("/")) {
            return "ListBuckets";
        }
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        return BUCKET_READS.entrySet().stream()
                .filter(read -> query.equals(read.getKey()) || query.startsWith(read.getKey() + "="))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Whether the answer is a policy and nothing around it. */
    boolean isForPolicyAlone() {
        return operation.equals("GetBucketPolicy");
    }

    /** In what form the answer comes. */
    public String speech() {
        return isForPolicyAlone() ? "a policy alone" : protocol.toString();
    }

    /** As in ledgers and findings: {@code s3:GetBucketPolicy}. */
    public String call() {
        return service + ":" + operation;
    }

    /** The same for two requests of one caller that ask the same in one region. */
    public String key() {
        return String.join("|", accessKey, region, call(), target, body);
    }

    /** Whether the request is about an asset, by the name that stands in its address or body. */
    public boolean mentions(String name) {
        return target.contains(name) || body.contains(name);
    }
}
