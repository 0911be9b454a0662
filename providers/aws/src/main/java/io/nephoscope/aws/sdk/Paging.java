package io.nephoscope.aws.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;

/**
 * How the pages of an operation follow one another.
 *
 * @param token the member of a request that asks for the next page
 * @param next the path in an answer that names it
 */
record Paging(String token, String next) {
    /** How AWS calls such members, in whatever case. */
    private static final Set<String> TOKENS = Set.of(
            "continuationtoken",
            "marker",
            "nextcontinuationtoken",
            "nextmarker",
            "nextpagemarker",
            "nextpagetoken",
            "nexttoken",
            "pagetoken",
            "paginationtoken",
            "position",
            "startingtoken");

    private static final String NEXT = "next";

    /**
     * The one member of the request and the one of the answer that are tokens: of several in an answer the one that is said to be next,
     * since some services repeat what they were asked with.
     */
    static Optional<Paging> of(SdkPojo request, SdkPojo response) {
        List<String> asked = tokens(request);
        List<String> told = tokens(response);
        List<String> next =
                told.size() > 1 ? told.stream().filter(Paging::isNext).toList() : told;
        return asked.size() == 1 && next.size() == 1
                ? Optional.of(new Paging(asked.get(0), next.get(0)))
                : Optional.empty();
    }

    private static boolean isNext(String token) {
        return token.toLowerCase(Locale.ROOT).startsWith(NEXT);
    }

    /** The members of a request, or of an answer, that are tokens. */
    static List<String> tokens(SdkPojo object) {
        return object.sdkFields().stream()
                .filter(field -> field.marshallingType() == MarshallingType.STRING)
                .map(field -> field.memberName())
                .filter(name -> TOKENS.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
