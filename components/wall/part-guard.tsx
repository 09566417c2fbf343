'use client'
import { Component, type ReactNode } from 'react'

interface PartGuardProps {
  /** Stands for what the part shows: with something else it is tried again. */
  content: string
  children: ReactNode
}

/** A part of the wall that fails leaves its place empty until it has something else to show; the rest goes on. */
export class PartGuard extends Component<PartGuardProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidUpdate(before: PartGuardProps): void {
    if (this.state.failed && before.content !== this.props.content) this.setState({ failed: false })
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children
  }
}
