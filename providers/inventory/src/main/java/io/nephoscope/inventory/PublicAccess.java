package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The ways by which anyone may read or act: those that are certain, and why there may be others. */
public final class PublicAccess {
    public static final PublicAccess NONE = new PublicAccess(List.of(), Optional.empty());

    private final List<String> ways;
    private final Optional<Unknown> unread;

    private PublicAccess(List<String> ways, Optional<Unknown> unread) {
        this.ways = ways;
        this.unread = unread;
    }

    /** One certain way, in words. */
    public static PublicAccess by(String way) {
        return new PublicAccess(List.of(way), Optional.empty());
    }

    /** Perhaps a way, where nobody could look. */
    public static PublicAccess unread(Unknown why) {
        return new PublicAccess(List.of(), Optional.of(why));
    }

    /** The ways of both. */
    public PublicAccess and(PublicAccess other) {
        List<String> both = Stream.concat(ways.stream(), other.ways.stream()).toList();
        return new PublicAccess(
                both,
                unread.map(mine -> other.unread.map(mine::and).orElse(mine)).or(() -> other.unread));
    }

    /** The same ways, each said to lead through something, {@code access point harbour} for one. */
    public PublicAccess through(String what) {
        return new PublicAccess(ways.stream().map(way -> what + ": " + way).toList(), unread);
    }

    /** What is left of the ways where something may close them all; ways that are perhaps closed are no longer certain. */
    public PublicAccess unless(Tri closed) {
        return unless(() -> closed);
    }

    /** The same, which asks only where there is a way to close. */
    public PublicAccess unless(Supplier<Tri> closed) {
        if (ways.isEmpty() && unread.isEmpty()) {
            return this;
        }
        Tri known = closed.get();
        if (known.isTrue()) {
            return NONE;
        }
        return known.toField() instanceof Unknown why
                ? unread(unread.map(why::and).orElse(why))
                : this;
    }

    /** Whether there is any way. */
    public Object isPublic() {
        return ways.isEmpty() ? unread.<Object>map(why -> why).orElse(false) : true;
    }

    /** The ways, and an unknown one at the end where there may be others. */
    public Object ways() {
        return ways.isEmpty() && unread.isPresent()
                ? unread.get()
                : DocList.copyOf(
                        Stream.<Object>concat(ways.stream(), unread.stream()).toList());
    }
}
