package io.nephoscope.http.rest;

import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.types.Call;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A call of a REST service, as types use it.
 *
 * @param schema what its answer holds, or each of its items
 */
public record RestCall(Service service, DeclaredCall declared, Schema schema) implements Call {
    /** One exchange. */
    @FunctionalInterface
    interface Exchange<T> {
        T with(RestClient client, String region) throws IOException, InterruptedException;
    }

    @Override
    public Operation operation() {
        return declared.operation();
    }

    @Override
    public boolean isRegional() {
        return service.isRegional(declared);
    }

    @Override
    public boolean isList() {
        return declared.items().isPresent();
    }

    /** Why it only reads, where its method does not say that. */
    public String read() {
        return declared.read();
    }

    /** How it is sent, as {@code GET /regions/{region}/disks}. */
    public String request() {
        return (declared.isPost() ? "POST " : "GET ") + declared.path().text();
    }

    /** The same call whose answers hold something that somebody describes. */
    public RestCall holding(Schema otherSchema) {
        return new RestCall(service, declared, otherSchema);
    }

    /** Of a service that the account has not got it has no assets. A later page that says so is a gap all the same. */
    @Override
    public Call listing() {
        Operation operation = declared.operation()
                .unsupportedOn(service.errors().unsubscribed().toArray(String[]::new));
        return service.errors().unsubscribed().isEmpty()
                ? this
                : new RestCall(service, declared.with(operation), schema);
    }

    @Override
    public Outcome<Object> answer(Site site, Map<String, Object> by) {
        return ask(site, by).map(answer -> service.times().field(answer.result(), schema));
    }

    /** The same with all that came: for whoever wants to know more than the result. */
    public Outcome<RestClient.Answer> ask(Site site, Map<String, Object> by) {
        return exchange(site, (client, region) -> send(client, region, by));
    }

    /**
     * One answer about one thing, without a gateway around it.
     *
     * @param from the region from which it is asked
     * @throws io.nephoscope.http.Refused where it is an error
     * @throws UnusableAnswer where it is no answer
     */
    public RestClient.Answer send(RestClient client, String from, Map<String, Object> by)
            throws IOException, InterruptedException {
        String region = client.regionOf(declared, from);
        Question question =
                client.requests().question(declared, declared.questions().get(0), by, region);
        RestClient.Answer answer = client.ask(declared, question, region);
        if (!(answer.result() instanceof Doc result)) {
            throw new UnusableAnswer(Text.of("it is no object", "应答不是对象"));
        }
        require(result);
        return answer;
    }

    void require(Doc result) {
        operation().proof().missing(result).ifPresent(member -> {
            throw new UnusableAnswer(Proof.without(member));
        });
    }

    @Override
    public Outcome<Integer> items(Site site, Map<String, Object> by, Consumer<Doc> each) {
        return new Walk(
                        this,
                        site,
                        by,
                        item -> each.accept(
                                schema instanceof Struct struct
                                        ? service.times().in(item, struct)
                                        : item))
                .all();
    }

    <T> Outcome<T> exchange(Site site, Exchange<T> exchange) {
        RestClient client = site.client(RestReach.class).rest();
        String region = client.regionOf(declared, site.scope().region());
        return client.inTurn(site::pause, () -> site.call(operation(), () -> exchange.with(client, region)));
    }

    @Override
    public <T> Outcome<T> unusable(Text why) {
        return Outcome.without(new Cause(
                operation().call(),
                Status.FAILED,
                operation().permission(),
                why.map(words -> RestFailures.UNUSABLE + ": " + words)));
    }
}
