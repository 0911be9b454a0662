package io.nephoscope.jdcloud.api;

import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One row of the catalogue: an operation, and how it is asked.
 *
 * @param method GET, or POST where the product asks its questions in bodies
 * @param path with the version, and with names in braces for what a question fills in
 * @param paging how its pages are asked for
 * @param items the field of the result that holds the items; empty for a call that lists nothing
 * @param home the region that answers for all of them; empty where each answers for itself
 * @param questions all that it takes to hear of everything
 */
public record JdCall(
        Operation operation,
        String method,
        String path,
        Paging paging,
        String items,
        String home,
        List<Question> questions) {
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");
    private static final String REGION = "regionId";
    /** An id that holds one of these would lead elsewhere. */
    private static final Pattern NO_PART_OF_A_PATH = Pattern.compile("[/?#\\\\\\p{Cntrl}]|\\A\\.{0,2}\\z");

    public JdCall {
        questions = List.copyOf(questions);
    }

    /** A GET; its permission is its name. */
    public static JdCall get(String service, String name, String path) {
        Operation operation = Operation.of(service, name, service + ":" + name);
        return new JdCall(operation, "GET", "/v1" + path, Paging.NONE, "", "", List.of(Question.ALL));
    }

    /** A POST that reads. */
    public static JdCall post(String service, String name, String path) {
        JdCall get = get(service, name, path);
        return new JdCall(get.operation, "POST", get.path, get.paging, get.items, get.home, get.questions);
    }

    /** The same as a listing with the usual pages. */
    public JdCall lists(String field) {
        return lists(field, Paging.USUAL);
    }

    /** A listing always says how many there are; what holds the items it may leave out only where there are none. */
    public JdCall lists(String field, Paging pages) {
        Proof proof = Proof.holding(pages.place() == Paging.Place.NOWHERE ? field : pages.total());
        return new JdCall(operation.proven(proof), method, path, pages, field, home, questions);
    }

    /** The same, whose result always holds these. */
    public JdCall holding(String... members) {
        return as(operation.proven(Proof.holding(members)), questions);
    }

    /** The same, each of whose items always holds these. */
    public JdCall each(String... members) {
        return as(operation.proven(operation.proof().each(members)), questions);
    }

    public JdCall absentOn(String... codes) {
        return as(operation.absentOn(codes), questions);
    }

    /** The same for the whole account, whichever region its path must name. */
    public JdCall onlyIn(String region) {
        return new JdCall(operation, method, path, paging, items, region, questions);
    }

    /** The same listing, of which no parameter leaves anything out by its default. */
    public JdCall narrowedByNothing() {
        return as(operation.narrowed(Defaults.NARROW_NOTHING), questions);
    }

    /** The same listing, asked with each of these values where a parameter's default would list something else. */
    public JdCall narrowedBy(String parameter, String byItself, String... asked) {
        return as(
                operation.narrowed(operation.defaults().and(parameter, byItself, asked)),
                questions.stream()
                        .flatMap(question -> Stream.of(asked).map(value -> question.and(parameter, value)))
                        .toList());
    }

    /** The same where it is no parameter of its own, but a name among the {@code filters}. */
    public JdCall filteredBy(String name, String byItself, String... asked) {
        return as(
                operation.narrowed(operation.defaults().and(name, byItself, asked)),
                questions.stream()
                        .flatMap(question -> Stream.of(asked).map(value -> question.filtered(name, value)))
                        .toList());
    }

    private JdCall as(Operation otherOperation, List<Question> otherQuestions) {
        return new JdCall(otherOperation, method, path, paging, items, home, otherQuestions);
    }

    public String service() {
        return operation.service();
    }

    /** Whether each region answers for itself. */
    public boolean isRegional() {
        return home.isEmpty() && namesRegion();
    }

    private boolean namesRegion() {
        return path.contains("{" + REGION + "}");
    }

    /** The region that is asked, from where one is; empty where the path names none. */
    String regionFrom(String region) {
        return namesRegion() && home.isEmpty() ? region : home;
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
                throw new UnusableAnswer(
                        Text.of("not sent, since \"{0}\" is no {1}", "未发送：“{0}”不是有效的 {1}", value, name));
            }
            names.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return names.appendTail(filled).toString();
    }
}
