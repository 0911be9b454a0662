package io.nephoscope.jdcloud;

import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways by which anyone may read or act.
 *
 * @param certain those that are open, in words
 * @param perhaps why there may be others
 */
record PublicAccess(List<String> certain, Optional<Unknown> perhaps) {
    static final PublicAccess NONE = new PublicAccess(List.of(), Optional.empty());

    static PublicAccess by(String way) {
        return new PublicAccess(List.of(way), Optional.empty());
    }

    static PublicAccess unread(Unknown why) {
        return new PublicAccess(List.of(), Optional.of(why));
    }

    PublicAccess and(PublicAccess other) {
        return new PublicAccess(
                Stream.concat(certain.stream(), other.certain.stream())
                        .distinct()
                        .toList(),
                perhaps.map(mine -> other.perhaps.map(mine::and).orElse(mine)).or(() -> other.perhaps));
    }

    /** Whether there is any way. */
    Object isPublic() {
        return certain.isEmpty() ? perhaps.<Object>map(why -> why).orElse(false) : true;
    }

    /** The ways, and an unknown one at the end where there may be others. */
    Object ways() {
        return certain.isEmpty() && perhaps.isPresent()
                ? perhaps.get()
                : DocList.copyOf(Stream.<Object>concat(certain.stream(), perhaps.stream())
                        .toList());
    }
}
