package io.nephoscope.http;

import org.jspecify.annotations.Nullable;

/** A setting cannot be used. The message goes on behind the name of the account, and says what to do. */
public final class SettingException extends Exception {
    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }

    public SettingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
