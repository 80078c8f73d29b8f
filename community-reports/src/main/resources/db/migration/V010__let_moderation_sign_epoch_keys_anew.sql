-- A signature that does not verify any more, since the signing key is another, is replaced.
grant update (public_keyset, signature) on epoch_key to ${moderation};
