package io.nephoscope.inventory.policy;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Nobody can tell what the text of a policy says. */
public final class NoPolicyException extends IOException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    NoPolicyException(Text text, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
