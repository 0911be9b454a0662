package io.nephoscope.cli.plan;

import io.nephoscope.inventory.Use;

/**
 * A call of a plan.
 *
 * @param type the type that it lists or fills; empty for what reaches the account
 * @param isCertain whether it is sent even where there is no asset
 */
public record Step(String type, Use use, boolean isCertain) {
    boolean isOnce(Use.Per per) {
        return !isCertain && use.per() == per;
    }
}
