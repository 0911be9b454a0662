package io.nephoscope.azure.arm;

import io.nephoscope.inventory.doc.Doc;
import java.util.Locale;
import java.util.regex.Pattern;

/** The actions that a permission of Azure's role-based access control gives: those it names, without those that it names not to be. */
public final class Actions {
    private Actions() {}

    /** Whether a permission gives an action. */
    public static boolean give(Doc permission, String action) {
        return name(permission, action)
                && permission.list("notActions").texts().noneMatch(pattern -> matches(pattern, action));
    }

    /** Whether a permission names an action among those that it gives, whatever it takes away again. */
    public static boolean name(Doc permission, String action) {
        return permission.list("actions").texts().anyMatch(pattern -> matches(pattern, action));
    }

    /** A star stands for any number of letters, slashes too. */
    private static boolean matches(String pattern, String action) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.toLowerCase(Locale.ROOT).split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return action.toLowerCase(Locale.ROOT).matches(regex.toString());
    }
}
