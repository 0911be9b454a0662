package io.nephoscope.inventory.doc;

/** An error whose message is for people, in every language. */
public interface Said {
    /** What is wrong; {@link Throwable#getMessage()} is the same in English, for logs. */
    Text text();

    /** What an error says: in every language where it is one of ours, else in the words of the library that threw it. */
    static Text by(Throwable error) {
        return error instanceof Said ours ? ours.text() : Text.quoted(String.valueOf(error.getMessage()));
    }
}
