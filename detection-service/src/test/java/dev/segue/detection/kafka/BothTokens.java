package dev.segue.detection.kafka;

import dev.segue.detection.AccessTokens;
import dev.segue.detection.DetectionConfig;
import dev.segue.library.fact.ApiStatus.Api;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/// Logs in to both stand-ins.
@Alternative
@Singleton
class BothTokens implements AccessTokens {

    private final AccessTokens spotify;
    private final AccessTokens soundCloud;

    BothTokens(DetectionConfig config) {
        this.spotify = new PersonsToken(config);
        this.soundCloud = new FansToken(config);
    }

    private AccessTokens of(Api api) {
        return api == Api.SPOTIFY ? spotify : soundCloud;
    }

    @Override
    public Access access(Api api) {
        return of(api).access(api);
    }

    @Override
    public void refused(Api api, String token) {
        of(api).refused(api, token);
    }
}
