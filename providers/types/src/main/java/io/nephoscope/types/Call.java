package io.nephoscope.types;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A declared call of a cloud, as files of types use it: asked about one thing, or for all items of a list. */
public interface Call {
    /** What is sent, with its permission, what proves its answer, and the codes by which the cloud says that there is none. */
    Operation operation();

    /** Whether each region answers for itself. What many assets share is asked once a region then, and once an account otherwise. */
    boolean isRegional();

    /** What an answer holds; of a list, what each item holds. */
    Schema schema();

    /** Whether it answers with a list, page by page. */
    boolean isList();

    /** The attributes that it is always asked about with, by its parameters, beside those that a file says. */
    default Map<String, String> by() {
        return Map.of();
    }

    /**
     * One answer, as a field.
     *
     * @param by what it is asked with, beside what its declaration always says: texts, numbers, a list of them for a batch, or what the
     *     dialect takes besides
     */
    Outcome<Object> answer(Site site, Map<String, Object> by);

    /**
     * Hands on each item of every page, and one that comes in part too. The outcome's value is how many came; any other outcome says
     * why the list is not whole.
     */
    Outcome<Integer> items(Site site, Map<String, Object> by, Consumer<Doc> each);

    /**
     * One answer, read as something else. One that cannot be read so is a failed call.
     *
     * @param reading throws {@link Unreadable} where the answer is none
     */
    default Outcome<Object> answer(Site site, Map<String, Object> by, UnaryOperator<Object> reading) {
        return answer(site, by).then(came -> {
            try {
                return Outcome.value(reading.apply(came));
            } catch (Unreadable e) {
                return unusable(e.text());
            }
        });
    }

    /** The same call as the listing of a type: an account that has not signed up for the service has none of its assets. */
    default Call listing() {
        return this;
    }

    /** The outcome of an answer that came and cannot be used, or of a question that could not be asked: nobody saw what it says. */
    default <T> Outcome<T> unusable(Text why) {
        return Outcome.without(
                new Cause(operation().call(), Status.FAILED, operation().permission(), why));
    }
}
