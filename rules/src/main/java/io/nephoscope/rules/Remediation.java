package io.nephoscope.rules;

import io.nephoscope.inventory.doc.Text;

/**
 * How to mend a FAIL in one cloud.
 *
 * @param console the steps in the provider's console
 * @param cli commands to copy
 * @param terraform a fragment to copy
 */
public record Remediation(Text console, String cli, String terraform) {
    /** In place of a provider's name: how to mend it on any of them. */
    public static final String ANYWHERE = "any";
}
