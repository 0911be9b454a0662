package io.nephoscope.http.rest;

/** What a site's client must be for the declarations of REST services: one that leads to such a client. */
public interface RestReach {
    RestClient rest();
}
