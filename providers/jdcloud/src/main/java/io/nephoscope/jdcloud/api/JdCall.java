package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Proof;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the catalogue: an operation, and how it is asked.
 *
 * @param method GET, or POST where the product asks its questions in bodies
 * @param path with the version, and with names in braces for what a question fills in
 * @param paging how its pages are asked for
 * @param items the field of the result that holds the items; empty for a call that lists nothing
 */
public record JdCall(Operation operation, String method, String path, Paging paging, String items) {
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");
    private static final String REGION = "regionId";
    /** An id that holds one of these would lead elsewhere. */
    private static final Pattern NO_PART_OF_A_PATH = Pattern.compile("[/?#\\\\\\p{Cntrl}]|\\A\\.{0,2}\\z");

    /** A GET; its permission is its name. */
    public static JdCall get(String service, String name, String path) {
        return new JdCall(Operation.of(service, name, service + ":" + name), "GET", "/v1" + path, Paging.NONE, "");
    }

    /** A POST that reads. */
    public static JdCall post(String service, String name, String path) {
        JdCall get = get(service, name, path);
        return new JdCall(get.operation, "POST", get.path, Paging.NONE, "");
    }

    /** The same as a listing with the usual pages. */
    public JdCall lists(String field) {
        return lists(field, Paging.USUAL);
    }

    /** A listing always says how many there are; what holds the items it may leave out only where there are none. */
    public JdCall lists(String field, Paging pages) {
        Proof proof = Proof.holding(pages.place() == Paging.Place.NOWHERE ? field : pages.total());
        return new JdCall(operation.proven(proof), method, path, pages, field);
    }

    /** The same, whose result always holds these. */
    public JdCall holding(String... members) {
        return new JdCall(operation.proven(Proof.holding(members)), method, path, paging, items);
    }

    /** The same, each of whose items always holds these. */
    public JdCall each(String... members) {
        return new JdCall(operation.proven(operation.proof().each(members)), method, path, paging, items);
    }

    public JdCall absentOn(String... codes) {
        return new JdCall(operation.absentOn(codes), method, path, paging, items);
    }

    public String service() {
        return operation.service();
    }

    /** Whether each region answers for itself. */
    public boolean isRegional() {
        return path.contains("{" + REGION + "}");
    }

    /**
     * The path with its names filled in.
     *
     * @throws UnusableAnswer where an id that the cloud gave is no part of a path
     */
    public String path(String region, Question question) {
        Matcher names = BRACES.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (names.find()) {
            String name = names.group(1);
            String value = name.equals(REGION) ? region : question.path().getOrDefault(name, "");
            if (NO_PART_OF_A_PATH.matcher(value).find()) {
                throw new UnusableAnswer("not sent, since \"" + value + "\" is no " + name);
            }
            names.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return names.appendTail(filled).toString();
    }
}
