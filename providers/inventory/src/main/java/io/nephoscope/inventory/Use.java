package io.nephoscope.inventory;

/**
 * An operation, and how often what declares it sends it at most, where nothing has a second page: what a plan is made of.
 *
 * @param operation what is sent
 * @param per once for each of what
 */
public record Use(Operation operation, Per per) {
    /** What an operation is sent once for. Whatever more than one asset shares is asked once, see {@link Site#once}. */
    public enum Per {
        /** Each account. */
        ACCOUNT,
        /** Each region of each account. */
        REGION,
        /** Each asset. */
        ASSET,
        /** Each asset that nothing read before decides, which are few: nobody knows beforehand how many. */
        SOME,
        /** Each thing that assets name and may share, a prefix list of a security group for one: nobody knows beforehand how many. */
        NAMED,
        /** As many assets as one question may be about: nobody knows beforehand how many come together. */
        BATCH;

        /** Whether nobody knows beforehand how often that is. */
        public boolean isOpen() {
            return this == SOME || this == NAMED || this == BATCH;
        }
    }
}
