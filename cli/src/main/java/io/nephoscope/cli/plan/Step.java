package io.nephoscope.cli.plan;

import io.nephoscope.inventory.Use;

/**
 * A call of a plan.
 *
 * @param type the type that it lists or fills; empty for what reaches the account
 * @param isCertain whether it is sent even where there is no asset
 * @param isShared whether a step before it lists this type too, with the same calls
 */
public record Step(String type, Use use, boolean isCertain, boolean isShared) {
    boolean isOnce(Use.Per per) {
        return !isCertain && use.per() == per;
    }
}
