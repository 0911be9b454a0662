package io.nephoscope.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The related assets that were asked for last, so that what many assets share is read and derived once, and memory stays flat. */
final class RecentViews {
    private static final int MOST = 4_096;

    private final Function<String, AssetView> read;
    private final Map<String, AssetView> views = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AssetView> eldest) {
            return size() > MOST;
        }
    };

    RecentViews(Function<String, AssetView> read) {
        this.read = read;
    }

    /** The view of the asset with a uid. Two threads may read the same one; the later view then takes the place of the first. */
    AssetView get(String uid) {
        synchronized (views) {
            AssetView known = views.get(uid);
            if (known != null) {
                return known;
            }
        }
        AssetView view = read.apply(uid);
        synchronized (views) {
            views.put(uid, view);
        }
        return view;
    }
}
