package io.nephoscope.files;

import io.nephoscope.inventory.doc.Text;
import java.util.function.Consumer;

/** What a file holds, item by item, in the order of lines. */
interface Items {
    /** Hands on each item, and whatever is none. */
    void read(Consumer<Item> each, Lost lost);

    /** How people find a line in the file. */
    default Text place(Object file, long line) {
        return Text.of("{0}, line {1}", "{0} 第 {1} 行", file, line);
    }

    /** Told of what cannot be read. */
    @FunctionalInterface
    interface Lost {
        /** @param reason one clause that says what is wrong and what would mend it */
        void at(long line, Text reason);
    }
}
