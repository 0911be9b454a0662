package io.nephoscope.cli.wire;

import io.nephoscope.rules.Verdict;
import java.util.List;

/** Assets that good and bad people left behind in the emulator, and what each rule must say of them. */
public interface World {
    /** A secret to plant wherever the emulator lets one: environment variables, user data, descriptions of passwords. */
    String CANARY = "canary-7f3a91d0";

    /** Makes the assets, in regions us-east-1 and eu-west-1 of either account. */
    void seed(Moto moto) throws Exception;

    /** Corrects what the emulator says and cannot be brought to say otherwise. */
    default void correct(FaultProxy proxy) {}

    /** What a scan of both accounts must say: at least one PASS and one FAIL for each rule that the world is about. */
    List<Expected> expected();

    /**
     * One verdict.
     *
     * @param account the asset's account
     * @param nativeId the asset's native id, or its name where the emulator chooses the id
     */
    record Expected(String rule, String account, String nativeId, Verdict verdict) {}

    /** A verdict in the first account. */
    static Expected expect(String rule, String nativeId, Verdict verdict) {
        return new Expected(rule, Moto.FIRST_ACCOUNT, nativeId, verdict);
    }
}
