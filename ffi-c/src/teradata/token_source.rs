//! Where the bearer token comes from.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg_mut, free, invalid, place};
use crate::teradata::token::{bkj_token_callback, token_source};
use crate::text::{maybe_text, text, texts};
use crate::userdata::{Userdata, bkj_release_callback};
use crate::words::name;
use backupjobs::teradata::{ClientCredentials, LakeJwt, OrganizationClaim, TokenCommand, TokenSource};
use std::ffi::{c_char, c_void};
use std::time::Duration;

/// The claim `org_key`, as on the page about BaaS. The name is "org_key".
pub const BKJ_TERADATA_ORGANIZATION_CLAIM_ORG_KEY: i32 = 1;
/// The claim `org_id`, as on the vendor's general page. The name is "org_id".
pub const BKJ_TERADATA_ORGANIZATION_CLAIM_ORG_ID: i32 = 2;

/// The name of a BKJ_TERADATA_ORGANIZATION_CLAIM_… number; NULL for any other number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_organization_claim_name(code: i32) -> *const c_char {
    name!(OrganizationClaim, code)
}

/// Where the bearer token comes from. It is copied when a client is made of it.
pub struct bkj_teradata_token_source {
    pub(crate) inner: TokenSource,
}

/// This token, for as long as it lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_static(
    token: *const c_char,
    out: *mut *mut bkj_teradata_token_source,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(bkj_teradata_token_source { inner: text!(token).into() });
    })
}

/// A callback, asked at the first call, and again when the server refuses the token. `release` (may be NULL) is called
/// exactly once, when neither the source nor any client of it needs `userdata`, also if this call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_callback(
    callback: bkj_token_callback,
    userdata: *mut c_void,
    release: bkj_release_callback,
    out: *mut *mut bkj_teradata_token_source,
    err: *mut *mut bkj_error,
) -> bkj_status {
    let userdata = Userdata::new(userdata, release);
    call!(err, {
        let out = place!(out);
        out.give(bkj_teradata_token_source { inner: token_source(callback, userdata)? });
    })
}

/// A program that prints the token: `argv` has `count` texts, the program first. It is run without a shell and without
/// input, and killed after `timeout_ms` (0: 30 s). Neither its arguments nor its output are ever shown.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_command(
    argv: *const *const c_char,
    count: usize,
    timeout_ms: u64,
    out: *mut *mut bkj_teradata_token_source,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        let mut command = TokenCommand::new(texts!(argv, count));
        if timeout_ms > 0 {
            command.timeout = Duration::from_millis(timeout_ms);
        }
        out.give(bkj_teradata_token_source { inner: command.into() });
    })
}

/// An OAuth 2.0 token endpoint, asked with the client credentials grant. `scope` may be NULL. Not documented for BaaS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_client_credentials(
    token_url: *const c_char,
    client_id: *const c_char,
    client_secret: *const c_char,
    scope: *const c_char,
    out: *mut *mut bkj_teradata_token_source,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        let mut credentials = ClientCredentials::new(text!(token_url), text!(client_id), text!(client_secret));
        credentials.scope = maybe_text!(scope).map(str::to_owned);
        out.give(bkj_teradata_token_source { inner: credentials.into() });
    })
}

/// A token for VantageCloud Lake, signed here with a private key (PEM text, PKCS#8 or PKCS#1) that the console knows as
/// `key_name`, out of a personal access token of the database user `username`. It is signed anew before it expires.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_lake_jwt(
    personal_access_token: *const c_char,
    private_key: *const c_char,
    key_name: *const c_char,
    username: *const c_char,
    organization: *const c_char,
    out: *mut *mut bkj_teradata_token_source,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        let jwt = LakeJwt::new(
            text!(personal_access_token),
            text!(private_key),
            text!(key_name),
            text!(username),
            text!(organization),
        );
        out.give(bkj_teradata_token_source { inner: jwt.into() });
    })
}

/// User and password in every request. Not documented for BaaS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_basic(
    username: *const c_char,
    password: *const c_char,
    out: *mut *mut bkj_teradata_token_source,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(bkj_teradata_token_source { inner: TokenSource::basic(text!(username), text!(password)) });
    })
}

/// The claim that names the organization, a BKJ_TERADATA_ORGANIZATION_CLAIM_… number. Only for a Lake token.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_set_organization_claim(
    source: *mut bkj_teradata_token_source,
    claim: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let source = arg_mut!(source);
        let claim = OrganizationClaim::from_code(claim).ok_or_else(|| {
            invalid(format!("'claim' is {claim}; it can be a BKJ_TERADATA_ORGANIZATION_CLAIM_… number"))
        })?;
        lake(&mut source.inner)?.organization_claim = claim;
    })
}

/// How long each token is good for; an hour by default. Only for a Lake token.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_set_lifetime_ms(
    source: *mut bkj_teradata_token_source,
    lifetime_ms: u64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let source = arg_mut!(source);
        lake(&mut source.inner)?.lifetime = Duration::from_millis(lifetime_ms);
    })
}

fn lake(source: &mut TokenSource) -> Result<&mut LakeJwt, backupjobs::Error> {
    match source {
        TokenSource::LakeJwt(jwt) => Ok(jwt),
        _ => Err(invalid("'source' is not one of bkj_teradata_token_source_lake_jwt()".into())),
    }
}

/// Frees a source. Clients made of it go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_token_source_free(source: *mut bkj_teradata_token_source) {
    free!(source);
}
