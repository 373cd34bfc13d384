//! Teradata's own client: restores, Lake, the sources of tokens, lists that may have pages.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]

#[path = "../common/mod.rs"]
mod common;
mod lake;
mod pages;
mod restores;
mod secrets;
mod tokens;

use backupjobs::teradata::{Client, ClientCredentials, Config, DatabaseCredentials, LakeJwt, TokenSource};
use backupjobs_sim::System;
use common::World;

pub(crate) fn access(world: &World, name: &str) -> String {
    world.sim.access(System::Teradata, name).to_owned()
}

pub(crate) fn jwt(world: &World) -> LakeJwt {
    let at = |name| access(world, name);
    LakeJwt::new(at("personal_access_token"), at("private_key"), at("key_name"), at("username"), at("organization"))
}

pub(crate) fn oauth(world: &World) -> ClientCredentials {
    let at = |name| access(world, name);
    ClientCredentials::new(format!("{}{}", at("url"), at("token_path")), at("client_id"), at("client_secret"))
}

pub(crate) fn lake_config(world: &World, token: impl Into<TokenSource>) -> Config {
    let mut config = Config::lake(access(world, "url"), access(world, "account_id"), token);
    config.options = world.teradata_config("").options;
    config
}

pub(crate) fn lake(world: &World, allow_unverified: bool) -> Client {
    let mut config = lake_config(world, jwt(world));
    config.allow_unverified = allow_unverified;
    Client::new(config).unwrap()
}

pub(crate) fn user(world: &World) -> DatabaseCredentials {
    DatabaseCredentials::new(access(world, "username"), access(world, "password"))
}

pub(crate) fn requests(world: &World) -> usize {
    world.sim.journal().as_array().unwrap().len()
}

pub(crate) fn prepared(world: &World, client: &Client) {
    client.prepare_objects("71", "905").unwrap();
    world.sim.advance(30).unwrap();
}
