package io.nephoscope.azure.replay;

/** Networks, and what stands at their doors. */
final class NetworkData {
    private NetworkData() {}

    static void into(AzureWorld world) {
        world.in(AzureWorld.HARBOUR, "web");
    }
}
