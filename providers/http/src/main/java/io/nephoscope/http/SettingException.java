package io.nephoscope.http;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import org.jspecify.annotations.Nullable;

/** A setting cannot be used. The message goes on behind the name of the account, and says what to do. */
public final class SettingException extends Exception implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public SettingException(Text message) {
        this(message, null);
    }

    public SettingException(Text message, @Nullable Throwable cause) {
        super(message.en(), cause);
        this.text = message;
    }

    @Override
    public Text text() {
        return text;
    }
}
