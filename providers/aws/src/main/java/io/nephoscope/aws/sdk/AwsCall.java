package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A declared call to AWS.
 *
 * @param send sends it with a client of the service: it may send this operation and no other, which the clients check
 */
public record AwsCall<C, I, O>(AwsService<C> service, Operation operation, BiFunction<C, I, O> send) {

    /** The same call, with the error codes by which AWS says that there is none. */
    public AwsCall<C, I, O> absentOn(String... codes) {
        return new AwsCall<>(service, operation.absentOn(codes), send);
    }

    /** The same call, with the error codes by which AWS says that it is not enabled, or not in this region. */
    public AwsCall<C, I, O> unsupportedOn(String... codes) {
        return new AwsCall<>(service, operation.unsupportedOn(codes), send);
    }

    /**
     * The same call as the listing of a type: an account that has not signed up for the service has none of its assets. To be told so
     * of an asset that is there proves nothing.
     */
    AwsCall<C, I, O> listing() {
        Set<String> codes = new HashSet<>(operation.unsupportedOn());
        codes.addAll(AwsFailures.NOT_SUBSCRIBED);
        return unsupportedOn(codes.toArray(String[]::new));
    }

    /** The same call, whose answer is read as something else; one that cannot be read so is a failed call. */
    <T> AwsCall<C, I, T> readAs(Function<O, T> reading) {
        return new AwsCall<>(service, operation, (client, input) -> reading.apply(send.apply(client, input)));
    }

    /** Sends it to the site's account and region. */
    public Outcome<O> at(Site site, I input) {
        AwsAccount account = site.client(AwsAccount.class);
        return site.call(operation, () -> account.send(this, site.scope().region(), input));
    }

    /** The same site, of which nothing more is asked once its credentials are refused by this call too. */
    public Site proving(Site site, I input) {
        AwsAccount account = site.client(AwsAccount.class);
        return site.signedInBy(operation, () -> account.send(this, site.scope().region(), input));
    }

    /** The outcome of an answer that came and cannot be used: nobody saw what it says. */
    public <T> Outcome<T> unusable(Text why) {
        return Outcome.without(new Cause(operation.call(), Status.FAILED, operation.permission(), why));
    }

    /** Sends it once for each account, region and input, and keeps the answer. */
    public Outcome<O> onceAt(Site site, I input) {
        return site.once(operation, new Question(this, input), () -> at(site, input));
    }

    /** Two calls of one operation may ask different things with the same input. */
    private record Question(AwsCall<?, ?, ?> call, Object input) {}
}
