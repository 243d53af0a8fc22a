//! The limit on tries of one network, for doors and forms that anybody may knock at.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{extract::ConnectInfo, http::request::Parts};
use domain::Refusal;
use leptos::prelude::use_context;

/// Counts one more try of a network, or says how long it must wait.
pub type Tries = Arc<dyn Fn(Option<IpAddr>) -> Result<(), Refusal> + Send + Sync>;

/// The network that a request comes from; `None` in tests over no socket.
pub fn network_of(parts: &Parts) -> Option<IpAddr> {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map(|peer| peer.0.ip())
}

/// Does what a door asks for, if its network may still try.
pub async fn tried<T>(work: impl Future<Output = centre::Result<T>>) -> centre::Result<T> {
    let network = use_context::<Parts>().as_ref().and_then(network_of);
    if let Some(tries) = use_context::<Tries>() {
        tries(network)?;
    }
    work.await
}
