package io.nephoscope.cli.wire;

/** A way in which a call goes wrong, in the words of each of the AWS protocols. */
public enum Fault {
    /** The caller lacks the permission. */
    DENIED(403, "UnauthorizedOperation", "AccessDenied", "AccessDeniedException"),
    /** Slow down, for ever. */
    THROTTLED(400, "RequestLimitExceeded", "Throttling", "ThrottlingException"),
    /** The account has not signed up for the service. */
    NOT_SUBSCRIBED(403, "OptInRequired", "OptInRequired", "SubscriptionRequiredException"),
    /** The server broke. */
    SERVER_ERROR(500, "InternalError", "InternalError", "InternalFailure"),
    /** A proxy's page in place of an answer. */
    HTML(200, "", "", ""),
    /** The same, compressed. */
    PAGE_GZIP(200, "", "", ""),
    /** A well-formed answer of something else. */
    ANOTHER(200, "", "", ""),
    /** The operation's own answer without one of the members that are always sent. */
    HALF_SAID(200, "", "", ""),
    /** Half of an answer, before its end the connection is cut. */
    TRUNCATED(200, "", "", ""),
    /** Half of an answer that calls itself whole. */
    HALF(200, "", "", ""),
    /** The connection is cut without an answer. */
    RESET(0, "", "", ""),
    /** No answer at all. */
    SILENCE(0, "", "", ""),
    /** The credentials came to their end. */
    EXPIRED(400, "RequestExpired", "ExpiredToken", "ExpiredTokenException"),
    /** A policy of the organisation denies it, whatever the caller is granted. */
    BARRED(403, "UnauthorizedOperation", "AccessDenied", "AccessDeniedException");

    private final int status;
    private final String ec2Code;
    private final String xmlCode;
    private final String jsonCode;

    Fault(int status, String ec2Code, String xmlCode, String jsonCode) {
        this.status = status;
        this.ec2Code = ec2Code;
        this.xmlCode = xmlCode;
        this.jsonCode = jsonCode;
    }

    /** Whether every call that speaks the same protocol takes it alike, whatever the operation's own declaration says. */
    public boolean isOfProtocol() {
        return switch (this) {
            case DENIED, NOT_SUBSCRIBED, ANOTHER, HALF_SAID -> false;
            case THROTTLED, SERVER_ERROR, HTML, PAGE_GZIP, TRUNCATED, HALF, RESET, SILENCE, EXPIRED, BARRED -> true;
        };
    }

    int status() {
        return status;
    }

    String code(AwsRequest.Protocol protocol) {
        return switch (protocol) {
            case EC2 -> ec2Code;
            case QUERY, REST_XML -> xmlCode;
            case JSON, REST_JSON -> jsonCode;
        };
    }

    String body(AwsRequest request) {
        String message = "fault at " + request.call()
                + (this == BARRED ? " with an explicit deny in a service control policy" : "");
        String error = "<Code>" + code(request.protocol()) + "</Code><Message>" + message + "</Message>";
        return switch (request.protocol()) {
            case EC2 -> "<Response><Errors><Error>" + error + "</Error></Errors><RequestID>r</RequestID></Response>";
            case QUERY -> "<ErrorResponse><Error><Type>Sender</Type>" + error + "</Error></ErrorResponse>";
            case REST_XML ->
                request.service().equals("s3control")
                        ? "<ErrorResponse><Error>" + error + "</Error></ErrorResponse>"
                        : "<Error>" + error + "</Error>";
            case JSON, REST_JSON -> "{\"__type\":\"" + code(request.protocol()) + "\",\"message\":\"" + message + "\"}";
        };
    }
}
