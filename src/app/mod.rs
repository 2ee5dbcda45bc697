//! The app as a state machine: model, messages, effects, actions.
